import core from '@phoihop/core';
import { compose } from '@phoihop/platform/engine';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printSchema } from 'graphql';
import socialInsurance from './plugin.js';
import { startProgramBed, type ProgramBed } from '@phoihop/testing';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([socialInsurance]);
}, 300_000);
afterAll(() => bed?.close());

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

test('the queries of the README run as they stand there, with real rows', async () => {
  const queries = [...readme.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, source]) => source!);
  expect(queries).toHaveLength(2);
  const [first, second] = queries;
  const seen = await bed.ask(first!, 'standing');
  expect(seen.errors).toBeUndefined();
  const communes = seen.data.administrativeUnit.children.nodes;
  expect(communes).toHaveLength(17);
  for (const { name, socialInsuranceCoverageSnapshots } of communes) {
    const date = name === 'Cây Gáo' ? '2021-08-31' : '2021-09-30';
    expect(socialInsuranceCoverageSnapshots.nodes).toMatchObject([{ date, demo: true }]);
  }
  const { data, errors } = await bed.ask(second!, 'standing', { unit: seen.data.administrativeUnit.id });
  expect(errors).toBeUndefined();
  expect(data.socialInsuranceCoverage).toMatchObject({
    needed: 17,
    have: 17,
    carriedForward: [{ fullName: 'Xã Cây Gáo' }],
  });
});

test('every filter that is more than a property has Vietnamese words of its own', () => {
  const { vietnamese } = bed.engine.composition;
  const left = [...vietnamese].filter(
    ([key, text]) => key.startsWith('SocialInsurance') && /: [a-zA-Z]+\.$/.test(text) && /Filter\./.test(key),
  );
  expect(left.filter(([key, text]) => text.endsWith(`: ${key.split('.')[1]}.`))).toEqual([]);
});

test('every message fills its places in both languages with the same facts', () => {
  const places = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
  for (const [code, { vi, en }] of Object.entries(socialInsurance.problems!))
    expect([code, places(vi)]).toEqual([code, places(en)]);
});

test('taken out, it leaves a schema without a trace of it', () => {
  const sdl = printSchema(compose([core]).schema);
  expect(sdl).not.toMatch(/socialInsurance/i);
  expect(printSchema(compose([core, socialInsurance]).schema)).toMatch(/type SocialInsuranceCoverage /);
});
