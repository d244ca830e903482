import { definePlugin } from '@phoihop/platform';
import { Engine } from '@phoihop/platform/engine';
import { createTemporaryDatabase, type TemporaryDatabase } from '@phoihop/database/testing';
import { joinParts } from '../part.js';
import { unitsPart } from './units-part.js';

const part = joinParts([unitsPart]);
const corePlugin = definePlugin({
  id: 'core',
  version: '1.0.0',
  title: { vi: 'Lõi', en: 'Core' },
  data: {
    entities: part.entities,
    migrations: part.migrations,
    rows: part.rows,
    tables: part.tables,
    temporal: part.temporal,
    load: part.load,
  },
  graphql: { reads: part.reads, extend: part.extend },
  access: { fields: part.fields },
  translations: { vi: part.vietnamese },
});

let place: TemporaryDatabase;
let engine: Engine;

beforeAll(async () => {
  place = await createTemporaryDatabase();
  engine = await Engine.start({
    plugins: [corePlugin],
    database: { ...place },
    clock: { businessDate: '2021-10-15', now: () => new Date() },
  });
}, 600_000);
afterAll(async () => {
  await engine?.stop();
  await place?.drop();
});

const ask = async (source: string): Promise<any> => {
  const { data, errors } = await engine.graphql({ source, locale: 'en' });
  if (errors) throw errors[0]!;
  return JSON.parse(JSON.stringify(data));
};

test('the district of 2021 with its 17 units; each read as of the date asked for', async () => {
  const { administrativeUnit: district } = await ask(
    `{ administrativeUnit(code: "737") { fullName parent { name kind } children(first: 50, orderBy: CODE_ASC) { totalCount nodes { code fullName parent { code } } } } }`,
  );
  expect(district).toMatchObject({
    fullName: 'Huyện Trảng Bom',
    parent: { name: 'Đồng Nai', kind: 'PROVINCE' },
  });
  expect(district.children.totalCount).toBe(17);
  expect(district.children.nodes[0]).toEqual({
    code: '26248',
    fullName: 'Thị trấn Trảng Bom',
    parent: { code: '737' },
  });
});

test('one code, two units; one unit, two kinds', async () => {
  const { old, now, ward } = await ask(`{
    old: administrativeUnit(code: "26254") { id name successors { nodes { type effectiveOn to { id name } } } }
    now: administrativeUnit(code: "26254", asOf: "2026-01-01") { id name parent { name kind } }
    ward: administrativeUnit(code: "26248", asOf: "2026-05-01") { fullName kind versions { nodes { kind validFrom } } }
  }`);
  expect([old.name, now.name]).toEqual(['Cây Gáo', 'Bàu Hàm']);
  expect(old.id).not.toBe(now.id);
  expect(old.successors.nodes).toMatchObject([
    { type: 'WHOLE_MERGE', effectiveOn: '2025-07-01', to: { id: now.id } },
  ]);
  expect(ward).toMatchObject({ fullName: 'Phường Trảng Bom', kind: 'WARD' });
  expect(ward.versions.nodes.map((version: { kind: string }) => version.kind)).toEqual(['COMMUNE', 'WARD']);
});

test('search folds accents; under reaches any depth on its date', async () => {
  const { administrativeUnit } = await ask(`{ administrativeUnit(code: "75") { id } }`);
  const { found, under } = await ask(`{
    found: administrativeUnits(filter: { search: "trang bom", kind: [DISTRICT] }) { nodes { code } }
    under: administrativeUnits(first: 0, filter: { under: "${administrativeUnit.id}", kind: [COMMUNE, TOWN, WARD] }) { totalCount }
  }`);
  expect(found.nodes).toEqual([{ code: '737' }]);
  expect(under.totalCount).toBe(170);
});
