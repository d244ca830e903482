/**
 * Reports of units that end inside a period: who hands them in, what is signed, and that nothing is counted twice. The
 * merger: on 15 August 2021 Cây Gáo (26254) and Bàu Hàm (26257) of Trảng Bom become one commune, "Gáo Hàm".
 */
import type { Caller } from '@phoihop/platform';
import { encodeGlobalId } from '@phoihop/platform/engine';
import { scopeSettings } from '../access/scopes.js';
import { generateObligations } from '../obligations/load.js';
import type { ReportTemplateDeclaration } from '../programs/contribution.js';
import { codeOf, startReportsBed, type Known, type ReportsBed } from './test-bed.js';

const merged = '2021-08-15';
const forms: readonly ReportTemplateDeclaration[] = [
  {
    key: 'parts',
    program: null,
    calendar: 'month',
    level: 'commune',
    title: { vi: 'Báo cáo xã', en: 'Report of a commune' },
    items: [
      { indicator: 'works.houses' },
      { indicator: 'works.visits', required: false },
      { indicator: 'works.households', required: false },
    ],
  },
  {
    key: 'whole',
    program: null,
    calendar: 'month',
    level: 'district',
    title: { vi: 'Báo cáo huyện', en: 'Report of a district' },
    summarizes: 'parts',
  },
];

let bed: ReportsBed;
/** Row ids: the two communes that end, and the one they become. */
const unit: Record<string, number> = {};
const people: Record<string, Caller> = {};

const reads = ['core:value.read', 'core:report.read', 'core:organization.read'];
const clerk = [...reads, 'core:value.record'];
const chair = [...reads, 'core:report.submit'];

/** Somebody over the subtree of a unit by its row id: the new commune has no code in 2021's lists. */
async function holderOver(userId: number, permissions: readonly string[], id: number): Promise<Caller> {
  const made = await bed.holder(userId, permissions, '737');
  const [row] = await bed.place.sql<{ path: string }>(
    'select path::text as path from core.unit_reach where unit_id = $1 and own order by valid_from desc limit 1',
    [id],
  );
  const scopes = Object.fromEntries(
    permissions.map((permission) => [permission, { subtree: [`any.${row!.path}`], exact: [] }]),
  );
  return { ...made, settings: { ...made.settings, ...scopeSettings(scopes) } };
}

beforeAll(async () => {
  bed = await startReportsBed({ forms, people, shown });
  unit['cayGao'] = await bed.unit('26254');
  unit['bauHam'] = await bed.unit('26257');
  const [made] = await bed.place.sql<{ id: number }>(
    `with made as (insert into core.administrative_unit default values returning id),
     version as (
       insert into core.administrative_unit_version (unit_id, code, name, full_name, kind, parent_id, valid_from, valid_to)
       select made.id, '99001', 'Gáo Hàm', 'Xã Gáo Hàm', 'COMMUNE', $1, '${merged}', '2025-07-01' from made)
     select id::int from made`,
    [await bed.unit('737')],
  );
  unit['gaoHam'] = made!.id;
  await bed.place.sql(
    `update core.administrative_unit_version set valid_to = '${merged}' where unit_id in ($1, $2) and superseded_at is null`,
    [unit['cayGao'], unit['bauHam']],
  );
  // What becomes of it in 2025 is another story.
  await bed.place.sql(`delete from core.administrative_unit_lineage where from_id in ($1, $2)`, [
    unit['cayGao'],
    unit['bauHam'],
  ]);
  await bed.place.sql(
    `insert into core.administrative_unit_lineage (from_id, to_id, type, effective_on)
     values ($1, $3, 'WHOLE_MERGE', '${merged}'), ($2, $3, 'WHOLE_MERGE', '${merged}')`,
    [unit['cayGao'], unit['bauHam'], unit['gaoHam']],
  );
  await bed.place.sql('select core.rebuild_unit_reach()');
  await bed.place.sql(
    `insert into core.report_deadline (template_id, unit_id, rule, days, months, free_day, notice_days, valid_from, basis)
     select template.id, $1, 'DAY_OF_MONTH', 5, 1, 'NEXT_WORKING_DAY', 5, '2021-01-01', 'Quyết định 01' from core.report_template template
      where template.key in ('parts', 'whole')`,
    [await bed.unit('737')],
  );
  await bed.engine.database.asSystem('make obligations', (session) =>
    generateObligations(session, '2021-08-01'),
  );
  people['clerkCayGao'] = await bed.holder(1, clerk, '26254');
  people['chairCayGao'] = await bed.holder(2, chair, '26254');
  people['clerkGaoHam'] = await holderOver(3, clerk, unit['gaoHam']!);
  people['chairGaoHam'] = await holderOver(4, chair, unit['gaoHam']!);
  people['clerkElsewhere'] = await bed.holder(5, clerk, '26260');
  people['clerkDistrict'] = await bed.holder(6, clerk, '737');
  people['chairDistrict'] = await bed.holder(7, chair, '737');
  people['standing'] = await bed.holder(
    8,
    [
      ...reads,
      'core:report.verify',
      'core:report.accept',
      'core:value.accept',
      'core:report.summarize',
      'core:obligation.waive',
    ],
    '737',
  );
}, 600_000);
afterAll(() => bed?.stop());

const idOf = (name: string): string => encodeGlobalId('AdministrativeUnit', unit[name]!);

const shown = `id state version asOf unit { code fullName } obligation { dueOn closesEarly status daysLate handedInOn }
  versions { nodes { number content sha256 } } dataValues(filter: { current: true }) { nodes { value state unit { name } } }`;

const draftOf = (name: string, period: string, items: object[], more: object = {}) => ({
  template: 'parts',
  unit: idOf(name),
  period: { calendar: 'MONTH', key: period },
  items,
  ...more,
});
const houses = (value: number) => ({ indicator: 'works.houses', value: String(value) });
const save = (who: string, name: string, period: string, items: object[], more: object = {}) =>
  bed.mutate('saveReportDraft', who, draftOf(name, period, items, more));
const saved = (who: string, name: string, period: string, items: object[], more: object = {}) =>
  bed.done('saveReportDraft', who, draftOf(name, period, items, more));
const step = (field: string, report: Known, who: string) =>
  bed.done(field, who, { report: report.id, expectedVersion: report.version });
const tried = async (field: string, report: Known, who: string) =>
  codeOf(await bed.mutate(field, who, { report: report.id, expectedVersion: report.version }));

/** A report of one commune about August that the district has accepted. */
async function accepted(who: [clerk: string, chair: string], name: string, items: object[]): Promise<Known> {
  const begun = await saved(who[0], name, '2021-08', items);
  return step('acceptReport', await step('submitReport', begun, who[1]), 'standing');
}

describe('the last report of a unit that ended inside the period', () => {
  let report: Known;

  test('is begun by the unit itself while it stands, about the days until its end', async () => {
    bed.setBusinessDate('2021-08-10');
    report = await saved('clerkCayGao', 'cayGao', '2021-08', [houses(3)]);
    expect(report).toMatchObject({
      asOf: '2021-08-14',
      unit: { code: '26254', fullName: 'Xã Cây Gáo' },
      obligation: { closesEarly: true, dueOn: '2021-09-06' }, // 5 September is a Sunday
    });
  });

  test('is gone on with by who records over the commune that it became, and by nobody else', async () => {
    bed.setBusinessDate('2021-08-20');
    const more = { expectedVersion: report.version };
    const change = async (who: string) => codeOf(await save(who, 'cayGao', '2021-08', [houses(9)], more));
    // Its own people hold nothing any more; those of a neighbor never did.
    expect(await change('clerkCayGao')).toBe('OUT_OF_SCOPE');
    expect(await change('clerkElsewhere')).toBe('OUT_OF_SCOPE');
    expect(await change('standing')).toBe('OUT_OF_SCOPE');
    report = await saved('clerkGaoHam', 'cayGao', '2021-08', [houses(4)], more);
    report = await saved('clerkDistrict', 'cayGao', '2021-08', [houses(5)], {
      expectedVersion: report.version,
    });
    expect(report).toMatchObject({
      asOf: '2021-08-14',
      dataValues: { nodes: [{ value: '5', state: 'PROVISIONAL', unit: { name: 'Cây Gáo' } }] },
    });
  });

  test('is signed with the name of then and its last day, in time or late by its own deadline', async () => {
    expect(await tried('submitReport', report, 'chairCayGao')).toBe('NOT_FOUND');
    bed.setBusinessDate('2021-09-07');
    report = await step('submitReport', report, 'chairGaoHam');
    expect(report).toMatchObject({
      state: 'SUBMITTED',
      obligation: { status: 'HANDED_IN_LATE', daysLate: 1, handedInOn: '2021-09-07' },
    });
    const content = JSON.parse(report['versions'].nodes[0].content);
    expect(content).toMatchObject({
      unit: { code: '26254', name: 'Xã Cây Gáo' },
      period: { key: '2021-08', from: '2021-08-01', to: '2021-08-31' },
      closedOn: '2021-08-14',
      figures: [{ indicator: 'works.houses', value: '5' }],
    });
    bed.setBusinessDate('2021-08-20');
  });

  test('is accepted by the level above, with its figures', async () => {
    report = await step('acceptReport', report, 'standing');
    expect(report).toMatchObject({
      state: 'ACCEPTED',
      obligation: { status: 'ACCEPTED' },
      dataValues: { nodes: [{ value: '5', state: 'ACCEPTED' }] },
    });
  });

  test('opens nothing else of the unit: no figure by itself, no period of later, and none that was accepted before', async () => {
    const record = await bed.ask(
      `mutation ($input: RecordDataValueInput!) { recordDataValue(input: $input) { id } }`,
      people['clerkGaoHam']!,
      {
        input: {
          indicator: 'works.money',
          unit: idOf('bauHam'),
          period: { calendar: 'MONTH', key: '2021-08' },
          value: '1',
        },
      },
    );
    expect(codeOf(record)).toBe('OUT_OF_SCOPE');
    bed.setBusinessDate('2021-09-20');
    expect(codeOf(await save('clerkGaoHam', 'cayGao', '2021-09', [houses(1)]))).toBe('OUT_OF_SCOPE');
    // July is over and owed: it was never handed in, so it is now. Once it is accepted the past is closed.
    const july = await accepted7();
    expect(await tried('submitReport', july, 'chairGaoHam')).toBe('OUT_OF_SCOPE');
    const reopen = await bed.mutate('reopenReport', 'standing', {
      report: july.id,
      expectedVersion: july.version,
      reason: 'sai sót',
    });
    expect(codeOf(reopen)).toBe('OUT_OF_SCOPE');
    bed.setBusinessDate('2021-08-20');
  });

  async function accepted7(): Promise<Known> {
    const begun = await saved('clerkGaoHam', 'cayGao', '2021-07', [houses(2)]);
    return step('acceptReport', await step('submitReport', begun, 'chairGaoHam'), 'standing');
  }
});

describe('the report of the commune that they became', () => {
  test('is about the whole period: less than the others told until then is refused, with their sum', async () => {
    bed.setBusinessDate('2021-09-01');
    // 5 of Cây Gáo, 7 of Bàu Hàm, and 4 since: 16.
    await accepted(['clerkGaoHam', 'chairGaoHam'], 'bauHam', [
      houses(7),
      { indicator: 'works.visits', numerator: '6', denominator: '10' },
      { indicator: 'works.households', value: '900' },
    ]);
    const visits = (numerator: number, denominator: number) => ({
      indicator: 'works.visits',
      numerator: String(numerator),
      denominator: String(denominator),
    });
    // Households are counted at a day: fewer than in the parts is no contradiction.
    const counted = { indicator: 'works.households', value: '850' };
    let report = await saved('clerkGaoHam', 'gaoHam', '2021-08', [houses(11), visits(9, 12), counted]);
    const refused = await bed.mutate('submitReport', 'chairGaoHam', {
      report: report.id,
      expectedVersion: report.version,
    });
    expect(refused.errors![0]!.extensions).toMatchObject({
      code: 'REPORT_BELOW_PREDECESSORS',
      given: 1,
      findings: ['works.houses (11 / 12)'],
    });
    report = await saved('clerkGaoHam', 'gaoHam', '2021-08', [houses(16), visits(9, 14)], {
      expectedVersion: report.version,
    });
    report = await step('submitReport', report, 'chairGaoHam');
    expect(report).toMatchObject({ asOf: '2021-08-31', obligation: { closesEarly: false } });
    expect(JSON.parse(report['versions'].nodes[0].content)).not.toHaveProperty('closedOn');
    await step('acceptReport', report, 'standing');
  });

  test('is what the totals count: the parts are in it, and not added to it', async () => {
    const told = await bed.aggregate({ indicator: 'works.houses', period: '2021-08' }, '2021-09-01');
    // 16 communes stand on 31 August; one of them has told: 16, which holds the 5 and the 7.
    expect([told.value, told.coverage.have, told.coverage.needed]).toEqual(['16', 1, 16]);
    const year = await bed.aggregate({ indicator: 'works.houses', period: '2021' }, '2021-10-15');
    // July counted where it stood: 2 of Cây Gáo; August 16.
    expect(year.value).toBe('18');
    const share = await bed.aggregate({ indicator: 'works.visits', period: '2021-08' }, '2021-09-01');
    expect([share.numerator, share.denominator]).toEqual(['9', '14']);
    const stock = await bed.aggregate({ indicator: 'works.households', period: '2021-08' }, '2021-09-01');
    expect(stock.value).toBe('850');
  });

  test('and the same after all totals are counted anew', async () => {
    await bed.place.sql('select core.rebuild_totals(id) from core.indicator');
    const told = await bed.aggregate({ indicator: 'works.houses', period: '2021' }, '2021-10-15');
    expect(told.value).toBe('18');
  });
});

describe('the report of the district', () => {
  test('names who ended without an accepted report among the missing, and takes in those that were accepted', async () => {
    bed.setBusinessDate('2021-09-02');
    const whole = await bed.done(
      'saveReportDraft',
      'standing',
      {
        template: 'whole',
        unit: await bed.unitId('737'),
        period: { calendar: 'MONTH', key: '2021-08' },
        items: [],
        missingReason: 'mưa lũ',
      },
      `id version summary { lines { indicator { key } aggregate { value coverage { have needed } } }
         included { report { unit { fullName } asOf } } missing { code } }`,
    );
    expect(whole['summary'].included.map(({ report }: any) => [report.unit.fullName, report.asOf])).toEqual([
      ['Xã Cây Gáo', '2021-08-14'],
      ['Xã Bàu Hàm', '2021-08-14'],
      ['Xã Gáo Hàm', '2021-08-31'],
    ]);
    expect(whole['summary'].missing).toHaveLength(15);
    expect(whole['summary'].lines[0]).toEqual({
      indicator: { key: 'works.houses' },
      aggregate: { value: '16', coverage: { have: 1, needed: 16 } },
    });
    const { data, errors } = await bed.ask(
      `query ($unit: ID!) { lateness(unit: $unit, from: "2021-08-01", to: "2021-08-31", template: "parts") {
         all { owed onTime late missing open waived } } }`,
      people['standing']!,
      { unit: await bed.unitId('737') },
    );
    expect(errors).toBeUndefined();
    // 16 communes at the end and two that ended; one of these came a day late, the other and their successor in time.
    expect(data.lateness.all).toEqual({ owed: 18, onTime: 2, late: 1, missing: 0, open: 15, waived: 0 });
  });

  test('is not owed, nor made, of a district that ended inside the period', async () => {
    const district = await bed.unit('731');
    await bed.place.sql(
      `update core.administrative_unit_version set valid_to = '2021-11-10' where unit_id = $1 and superseded_at is null`,
      [district],
    );
    await bed.place.sql('select core.rebuild_unit_reach()');
    await bed.place.sql(
      `insert into core.report_deadline (template_id, unit_id, rule, days, months, free_day, notice_days, valid_from, basis)
       select template.id, $1, 'DAY_OF_MONTH', 5, 1, 'STAYS', 5, '2021-01-01', 'x' from core.report_template template
        where template.key in ('parts', 'whole')`,
      [district],
    );
    await bed.engine.database.asSystem('make obligations', (session) =>
      generateObligations(session, '2021-08-01'),
    );
    const owed = await bed.place.sql<{ key: string }>(
      `select period.key from core.obligation join core.period on period.id = period_id where obligation.unit_id = $1 order by 1`,
      [district],
    );
    expect(owed.at(-1)!.key).toBe('2021-10');
    bed.setBusinessDate('2021-11-05');
    const made = await bed.mutate('saveReportDraft', 'summarizer', {
      template: 'whole',
      unit: encodeGlobalId('AdministrativeUnit', district),
      period: { calendar: 'MONTH', key: '2021-11' },
      items: [],
    });
    expect(codeOf(made)).toBe('UNIT_NOT_VALID');
  });

  beforeAll(async () => {
    people['summarizer'] = await bed.holder(9, [...reads, 'core:report.summarize'], '731');
  });
});

describe('a unit that was divided', () => {
  test('is reported for by who holds the right over all its parts', async () => {
    const divided = await bed.unit('26263');
    const parts = [await bed.unit('26266'), await bed.unit('26269')];
    await bed.place.sql(
      `update core.administrative_unit_version set valid_to = '2021-09-20' where unit_id = $1 and superseded_at is null`,
      [divided],
    );
    await bed.place.sql('delete from core.administrative_unit_lineage where from_id = $1', [divided]);
    await bed.place.sql(
      `insert into core.administrative_unit_lineage (from_id, to_id, type, effective_on)
       select $1, part, 'PARTIAL', '2021-09-20' from unnest($2::bigint[]) as part`,
      [divided, parts],
    );
    await bed.place.sql('select core.rebuild_unit_reach()');
    bed.setBusinessDate('2021-10-01');
    unit['divided'] = divided;
    people['clerkOfPart'] = await holderOver(10, clerk, parts[0]!);
    expect(codeOf(await save('clerkOfPart', 'divided', '2021-09', [houses(1)]))).toBe('OUT_OF_SCOPE');
    const report = await saved('clerkDistrict', 'divided', '2021-09', [houses(1)]);
    expect(report).toMatchObject({ asOf: '2021-09-19' });
  });
});

test('a waiver: who took the place of the unit reminds and is reminded, and the level above excuses it', async () => {
  bed.setBusinessDate('2021-10-10');
  const desk = async (who: string) => {
    const { data, errors } = await bed.ask(
      `{ reminders(first: 200) { task obligation { id version unit { name } period { key } } } }`,
      people[who]!,
    );
    expect(errors).toBeUndefined();
    return data.reminders
      .filter(({ obligation }: any) => obligation.unit.name === 'Bàu Hàm')
      .map(({ task, obligation }: any) => [task, obligation.period.key]);
  };
  const months = ['01', '02', '03', '04', '05', '06', '07'];
  expect(await desk('chairGaoHam')).toEqual(months.map((month) => ['HAND_IN', `2021-${month}`]));
  expect(await desk('standing')).toEqual(months.map((month) => ['FOLLOW_UP', `2021-${month}`]));
  expect(await desk('clerkElsewhere')).toEqual([]);
  const { data } = await bed.ask(
    `query ($unit: ID!) { obligations(filter: { unit: $unit, dueOnTo: "2021-02-28" }) { nodes { id version } } }`,
    people['standing']!,
    { unit: idOf('bauHam') },
  );
  const [owed] = data.obligations.nodes;
  const input = { obligation: owed.id, expectedVersion: owed.version, reason: 'mưa lũ' };
  const waived = await bed.done('waiveObligation', 'standing', input, 'id version status');
  expect(waived['status']).toBe('WAIVED');
});
