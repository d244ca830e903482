/** Entering and linking documents, and who reads which. */
import type { Caller } from '@phoihop/platform';
import { allParts, startTestBed, type TestBed } from '../programs/test-bed.js';

const keeper = ['core:document.read', 'core:document.manage', 'core:activity.read', 'core:activity.manage'];

let bed: TestBed;
let district: Caller;
let commune: Caller;
const unitId = async (code: string): Promise<string> =>
  (await bed.ask(`query ($code: String!) { administrativeUnit(code: $code) { id } }`, undefined, { code }))
    .administrativeUnit.id;

beforeAll(async () => {
  bed = await startTestBed({ parts: allParts });
  district = await bed.caller(1, keeper, [{ code: '737' }]);
  commune = await bed.caller(2, keeper, [{ code: '26254' }]);
}, 180_000);
afterAll(() => bed?.stop());

const create = `mutation ($input: CreateDocumentInput!) {
  createDocument(input: $input) { id code number date citedAs title type confidentiality unit { code } numberParts { issuers } }
}`;

test('number and date are read from the citation, which is kept as given', async () => {
  const input = {
    citedAs: ' Kế hoạch số 12/KH-MTTQ-BTT ngày 05/10/2021 của Ban Thường trực Ủy ban MTTQ xã ',
    title: 'Kế hoạch tháng cao điểm',
    type: 'Kế hoạch',
    confidentiality: 'INTERNAL',
    unit: await unitId('26254'),
  };
  const { createDocument } = await bed.ask(create, commune, { input });
  expect(createDocument).toMatchObject({
    code: null,
    number: '12/KH-MTTQ-BTT',
    date: '2021-10-05',
    citedAs: input.citedAs.trim(),
    title: 'Kế hoạch tháng cao điểm',
    type: 'Kế hoạch',
    confidentiality: 'INTERNAL',
    unit: { code: '26254' },
    numberParts: { issuers: ['MTTQ', 'BTT'] },
  });
  expect(
    await bed.place.sql(
      `select action, actor_id from platform.audit_event where action = 'core:document.create'`,
    ),
  ).toEqual([{ action: 'core:document.create', actor_id: 2 }]);
});

test('a citation without number and date is a document all the same', async () => {
  const input = {
    citedAs: 'Công văn của huyện về Tết',
    title: 'Tết',
    confidentiality: 'PUBLIC',
    unit: await unitId('737'),
  };
  const { createDocument } = await bed.ask(create, district, { input });
  expect(createDocument).toMatchObject({ number: null, date: null, numberParts: null });
});

test('a repeated submission has one effect and the same answer', async () => {
  const input = {
    citedAs: 'Biên bản số 7/BB-MTTQ',
    title: 'Biên bản',
    confidentiality: 'PUBLIC',
    unit: await unitId('737'),
    idempotencyKey: '0b5f1c1e-8a5e-4b7e-9a4f-0d3c7e6b2a11',
  };
  const first = await bed.ask(create, district, { input });
  expect(await bed.ask(create, district, { input })).toEqual(first);
  expect(
    await bed.place.sql(
      `select count(*)::int as n from core.document where cited_as = 'Biên bản số 7/BB-MTTQ'`,
    ),
  ).toEqual([{ n: 1 }]);
});

test('what is refused: another unit, sealed documents, nothing cited', async () => {
  const input = {
    citedAs: 'Công văn',
    title: 'Công văn',
    confidentiality: 'INTERNAL',
    unit: await unitId('26257'),
  };
  expect(await bed.refused(create, commune, { input })).toMatchObject({
    code: 'OUT_OF_SCOPE',
    field: 'input.unit',
  });
  const own = { ...input, unit: await unitId('26254') };
  expect(await bed.refused(create, commune, { input: { ...own, confidentiality: 'SEALED' } })).toMatchObject({
    code: 'DOCUMENT_SEALED',
  });
  expect(await bed.refused(create, commune, { input: { ...own, citedAs: '  ' } })).toMatchObject({
    code: 'TEXT_LENGTH',
    field: 'input.citedAs',
  });
});

test('internal documents are read within the scope; personal ones by those who keep them', async () => {
  const enter = async (as: Caller, code: string, confidentiality: string) =>
    (
      await bed.ask(create, as, {
        input: {
          citedAs: `${confidentiality} ${code}`,
          title: 'x',
          confidentiality,
          unit: await unitId(code),
        },
      })
    ).createDocument.id;
  const internal = await enter(commune, '26254', 'INTERNAL');
  const personal = await enter(commune, '26254', 'PERSONAL');
  const visible = async (as: Caller, id: string) =>
    (await bed.ask(`query ($id: ID!) { document(id: $id) { citedAs } }`, as, { id })).document !== null;
  const neighbor = await bed.caller(3, keeper, [{ code: '26257' }]);
  const readsDistrict = await bed.caller(4, ['core:document.read'], [{ code: '737' }]);
  expect(await Promise.all([internal, personal].map((id) => visible(commune, id)))).toEqual([true, true]);
  expect(await Promise.all([internal, personal].map((id) => visible(neighbor, id)))).toEqual([false, false]);
  expect(await Promise.all([internal, personal].map((id) => visible(readsDistrict, id)))).toEqual([
    true,
    false,
  ]);
});

test('an activity is proved by a document, once; whoever may not change the activity may not say so', async () => {
  const { activityByCode, documentByCode } = await bed.ask(
    `{ activityByCode(code: "E-01") { id } documentByCode(code: "D-01") { id } }`,
    district,
  );
  const link = `mutation ($input: LinkDocumentInput!) { linkDocument(input: $input) { id relation document { code } activity { code } plan { id } } }`;
  const input = { document: documentByCode.id, relation: 'EVIDENCE', activity: activityByCode.id };
  // In a mutation every selected field has to be allowed, `plan { id }` too.
  const withPlans = { ...district, permissions: new Set([...district.permissions, 'core:plan.read']) };
  const { linkDocument } = await bed.ask(link, withPlans, { input });
  expect(linkDocument).toMatchObject({
    relation: 'EVIDENCE',
    document: { code: 'D-01' },
    activity: { code: 'E-01' },
    plan: null,
  });
  expect((await bed.ask(link, withPlans, { input })).linkDocument.id).toBe(linkDocument.id);
  const asCommune = { ...commune, permissions: withPlans.permissions };
  expect(await bed.refused(link, asCommune, { input })).toMatchObject({ code: 'OUT_OF_SCOPE' });
  expect(
    await bed.refused(link, withPlans, { input: { ...input, fromDocument: documentByCode.id } }),
  ).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await bed.refused(link, withPlans, { input: { ...input, relation: 'AMENDS' } })).toMatchObject({
    code: 'BAD_USER_INPUT',
  });
  const { activityByCode: proved } = await bed.ask(
    `{ activityByCode(code: "E-01") { documentLinks { nodes { relation document { code } } } } }`,
    district,
  );
  expect(proved.documentLinks.nodes).toEqual([{ relation: 'EVIDENCE', document: { code: 'D-01' } }]);
});
