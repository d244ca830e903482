import { startTestBed, type TestBed } from '../people/test-bed.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startTestBed();
}, 600_000);
afterAll(() => bed?.stop());

const unit = (code: string) => bed.id('AdministrativeUnit', code);

async function create(by: string, input: Record<string, unknown>) {
  const source = `mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) {
    id key name shortName kind unit { code } validFrom relations { nodes { type to { key } validFrom } } } }`;
  const whole = {
    key: 'red-cross',
    name: 'Hội Chữ thập đỏ huyện Trảng Bom',
    kind: 'MEMBER_ORGANIZATION',
    unit: await unit('737'),
    ...input,
  };
  return bed.ask(source, by, { input: whole });
}

test('an organization is entered with how it stands to others, and found again', async () => {
  const to = await bed.id('Organization', 'front-district');
  const { data, errors } = await create('admin', {
    shortName: 'Hội CTĐ',
    relations: [{ type: 'MEMBER', to }],
  });
  expect(errors).toBeUndefined();
  expect(data.createOrganization).toMatchObject({
    key: 'red-cross',
    name: 'Hội Chữ thập đỏ huyện Trảng Bom',
    unit: { code: '737' },
    validFrom: '2021-10-15',
    relations: { nodes: [{ type: 'MEMBER', to: { key: 'front-district' }, validFrom: '2021-10-15' }] },
  });
  const found = await bed.ask(
    '{ organizations(filter: { search: "chu thap do" }) { nodes { key } } organization(key: "front-district") { inverseRelations(filter: { validOn: "2021-12-01" }) { nodes { from { shortName } } } } }',
    'clerk',
  );
  expect(found.data).toEqual({
    organizations: { nodes: [{ key: 'red-cross' }] },
    organization: { inverseRelations: { nodes: [{ from: { shortName: 'Hội CTĐ' } }] } },
  });
});

test('it has the name of the date asked for, and is not in lists of a date before it was', async () => {
  await bed.place.sql(`
    update core.organization_version set valid_to = '2021-07-01' where organization_id = 2;
    insert into core.organization_version (organization_id, name, kind, unit_id, valid_from) values (2, 'Hội Nông dân Trảng Bom', 'SOCIO_POLITICAL_ORGANIZATION', 3, '2021-07-01')`);
  const { data } = await bed.ask(
    `{ now: organization(key: "farmers-union") { name versions { totalCount } } earlier: organization(key: "farmers-union", asOf: "2020-01-01") { name }
       before: organizations(asOf: "2000-01-01") { totalCount } }`,
    'clerk',
  );
  expect(data).toEqual({
    now: { name: 'Hội Nông dân Trảng Bom', versions: { totalCount: 2 } },
    earlier: { name: 'Hội Nông dân huyện Trảng Bom' },
    before: { totalCount: 0 },
  });
  await expect(
    bed.place.sql(
      `insert into core.organization_version (organization_id, name, kind, unit_id, valid_from) values (2, 'x', 'DONOR', 3, '2021-06-01')`,
    ),
  ).rejects.toThrow(/organization_has_one_version_a_day/);
});

test('refused: a key that is taken or is none, a unit outside, whoever manages none', async () => {
  expect((await create('admin', {})).errors![0]!.extensions).toMatchObject({
    code: 'ALREADY_EXISTS',
    field: 'input.key',
    given: 'red-cross',
  });
  expect((await create('admin', { key: 'Red Cross' })).errors![0]!.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'input.key',
  });
  expect((await create('admin', { key: 'x', unit: await unit('731') })).errors![0]!.extensions).toMatchObject(
    { code: 'OUT_OF_SCOPE', field: 'input.unit' },
  );
  expect((await create('admin', { key: 'x', unit: 'garbled' })).errors![0]!.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'input.unit',
  });
  expect((await create('clerk', { key: 'x' })).errors![0]!.extensions).toMatchObject({ code: 'FORBIDDEN' });
  expect(await bed.place.sql(`select from core.organization where key = 'x'`)).toHaveLength(0);
});

test('a group is formed, its members come and go, and what was before stays', async () => {
  const [a, b, c] = [await unit('26254'), await unit('26257'), await unit('26260')];
  const formed = await bed.ask(
    `mutation ($input: CreateUnitGroupInput!) { createUnitGroup(input: $input) { id version name unit { code } members { nodes { unit { code } validFrom } } } }`,
    'admin',
    {
      input: {
        key: 'cluster-2',
        nameVi: 'Cụm 2',
        purpose: 'EMULATION',
        year: 2021,
        unit: await unit('737'),
        members: [a, b],
        validFrom: '2021-01-01',
      },
    },
  );
  expect(formed.errors).toBeUndefined();
  const group = formed.data.createUnitGroup;
  expect(group).toMatchObject({ version: 1, name: 'Cụm 2', unit: { code: '737' } });

  const change = (input: object) =>
    bed.ask(
      `mutation ($input: ChangeUnitGroupMembersInput!) { changeUnitGroupMembers(input: $input) { version
        now: members(filter: { validOn: "2021-10-15" }) { nodes { unit { code } } } then: members(filter: { validOn: "2021-05-01" }) { nodes { unit { code } } } } }`,
      'admin',
      { input: { group: group.id, ...input } },
    );
  const codes = (connection: any) => connection.nodes.map((member: any) => member.unit.code).sort();
  const { data } = await change({ expectedVersion: 1, add: [c], remove: [a] });
  expect(data.changeUnitGroupMembers.version).toBe(2);
  expect(codes(data.changeUnitGroupMembers.now)).toEqual(['26257', '26260']);
  expect(codes(data.changeUnitGroupMembers.then)).toEqual(['26254', '26257']);

  expect((await change({ expectedVersion: 1, add: [a] })).errors![0]!.extensions).toMatchObject({
    code: 'CONFLICT',
    given: 1,
    current: 2,
  });
  expect((await change({ expectedVersion: 2, remove: [a] })).errors![0]!.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'input.remove[0]',
  });
  expect((await change({ expectedVersion: 2, add: [b] })).errors![0]!.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'input.add[0]',
  });
  expect(
    (await change({ expectedVersion: 2, add: [await unit('26005')] })).errors![0]!.extensions,
  ).toMatchObject({ code: 'OUT_OF_SCOPE', field: 'input.add[0]' });
  expect(await bed.place.sql('select version from core.unit_group where key = $1', ['cluster-2'])).toEqual([
    { version: 2 },
  ]);
});

test('of two who change a group at once, one is told that it has changed', async () => {
  const group = await bed.id('UnitGroup', 'cluster-1');
  const change = async (add: string) =>
    bed.ask(
      'mutation ($input: ChangeUnitGroupMembersInput!) { changeUnitGroupMembers(input: $input) { version } }',
      'admin',
      {
        input: { group, expectedVersion: 1, add: [await unit(add)] },
      },
    );
  const answers = await Promise.all([change('26260'), change('26260')]);
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  expect(answers.find(({ errors }) => errors)!.errors![0]!.extensions).toMatchObject({
    code: 'CONFLICT',
    current: 2,
  });
});
