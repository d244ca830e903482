import type { TestBed } from '@phoihop/testing';
import { createFullBed } from '../support/full-bed.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await createFullBed();
}, 180_000);
afterAll(() => bed?.close());

test('a plugin that is switched off answers null with its code and the rest serve; switched on again it is as before', async () => {
  const source = `{
    socialInsuranceParticipantGroups { totalCount }
    programs(first: 0) { totalCount }
    plugins { id state }
  }`;
  const caller = await bed.as('standing');
  const stateOf = (data: any): string =>
    data.plugins.find(({ id }: { id: string }) => id === 'social-insurance').state;
  await bed.sql(`insert into platform.plugin_state (plugin_id, enabled) values ('social-insurance', false)`);
  await bed.restart();
  const off = await bed.graphql(source, { caller });
  expect(off.data).toMatchObject({ socialInsuranceParticipantGroups: null, programs: { totalCount: 48 } });
  expect(off.errors).toMatchObject([
    { path: ['socialInsuranceParticipantGroups'], extensions: { code: 'PLUGIN_DISABLED' } },
  ]);
  expect(stateOf(off.data)).toBe('DISABLED');

  await bed.sql(`update platform.plugin_state set enabled = true`);
  await bed.restart();
  const on = await bed.graphql(source, { caller });
  expect(on.errors).toBeUndefined();
  expect(on.data.socialInsuranceParticipantGroups.totalCount).toBe(7);
  expect(stateOf(on.data)).toBe('ENABLED');
});

test('every program of the 2021 document belongs to a plugin that says whether it is whole or registered', async () => {
  const { data } = await bed.graphql(`{ plugins { id status programs { code } } }`);
  const codes = data.plugins.flatMap(({ programs }: { programs: { code: string }[] }) =>
    programs.map(({ code }) => code),
  );
  expect(new Set(codes).size).toBe(48);
  expect(codes).toHaveLength(48);
  const whole = data.plugins
    .filter(({ status }: { status: string }) => status === 'WHOLE')
    .map(({ id }: { id: string }) => id);
  expect(whole).toEqual(['core', 'emulation-awards', 'new-rural-areas', 'social-insurance']);
});
