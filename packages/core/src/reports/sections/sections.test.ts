/** Forms with figures, words and lists of records: drafted, signed, returned, put together. */
import { createHash } from 'node:crypto';
import type { Caller } from '@phoihop/platform';
import type { ReportTemplateDeclaration } from '../../programs/contribution.js';
import { startFiguresBed, type Answer, type FiguresBed } from '../../values/test-bed.js';
import { loadReportTemplates } from '../load.js';
import { gatheringList, gatheringsPlugin } from './test-bed.js';

const title = (vi: string) => ({ vi, en: vi });

const form: ReportTemplateDeclaration = {
  key: 'sectioned',
  program: 'PRG-91',
  calendar: 'month',
  level: 'commune',
  title: title('Báo cáo có nhiều phần'),
  sections: [
    { key: 'results', kind: 'FIGURES', title: title('Kết quả'), items: [{ indicator: 'works.money' }] },
    { key: 'held', kind: 'LIST', title: title('Các cuộc họp'), list: gatheringList.key },
    {
      key: 'more',
      kind: 'FIGURES',
      title: title('Số khác'),
      items: [{ indicator: 'works.houses', required: false }],
    },
    {
      key: 'difficulties',
      kind: 'NARRATIVE',
      title: title('Tồn tại, nguyên nhân'),
      required: true,
      maximum: 120,
    },
    { key: 'proposals', kind: 'NARRATIVE', title: title('Kiến nghị, đề xuất') },
  ],
};
const whole: ReportTemplateDeclaration = {
  key: 'sectioned-whole',
  program: 'PRG-91',
  calendar: 'month',
  level: 'district',
  title: title('Báo cáo huyện'),
  summarizes: 'sectioned',
  sections: [{ key: 'assessment', kind: 'NARRATIVE', title: title('Đánh giá chung'), required: true }],
};

let bed: FiguresBed;
const people: Record<string, Caller> = {};
const load = (templates: readonly ReportTemplateDeclaration[]) =>
  bed.engine.database.asSystem('load forms', (session) => loadReportTemplates(session, templates));

beforeAll(async () => {
  bed = await startFiguresBed([gatheringsPlugin()]);
  await load([form, whole]);
  const reads = ['core:value.read', 'core:report.read', 'core:person.read', 'gatherings:read'];
  const holder = (id: number, code: string, ...permissions: string[]) =>
    bed.holder(id, [...reads, ...permissions], code);
  people['clerk'] = await holder(1, '737', 'core:value.record');
  people['committee'] = await holder(2, '737', 'core:report.submit');
  people['standing'] = await holder(
    3,
    '737',
    'core:report.accept',
    'core:value.accept',
    'core:report.summarize',
    'core:report.verify',
  );
  people['blind'] = await bed.holder(4, ['core:value.read', 'core:report.read'], '737');
  // Fills in, and looks over what others have filled in.
  people['writer'] = await holder(
    6,
    '737',
    'core:value.record',
    'core:report.verify',
    'core:report.accept',
    'core:value.accept',
  );
  people['stranger'] = await holder(5, '740', 'core:value.record');
}, 600_000);
afterAll(() => bed?.stop());

const firstOf = ({ errors }: Answer): Record<string, any> => errors![0]!.extensions;
const sections = `sections { key kind title maximum narrative figures { indicator part value }
  list { columns { field title } rows without } }`;
const shown = `id state version ${sections}
  versions { nodes { number content sha256 intact ${sections} } }
  steps { nodes { action remarks { nodes { reason section dataValue { value } } } } }`;

interface Known {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: any;
}

const mutate = (field: string, type: string, who: string, input: object, selection = shown) =>
  bed.ask(`mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} } }`, people[who]!, {
    input,
  });

async function save(month: string, more: object = {}, template = 'sectioned', code = '26254', who = 'clerk') {
  return mutate('saveReportDraft', 'SaveReportDraftInput', who, {
    template,
    unit: await bed.unitId(code),
    period: { calendar: 'MONTH', key: month },
    items: [],
    ...more,
  });
}

function known(answer: Answer): Known {
  expect(answer.errors).toBeUndefined();
  return Object.values(answer.data)[0] as Known;
}

const step = (field: string, type: string, report: Known, who: string, more: object = {}) =>
  mutate(field, type, who, { report: report.id, expectedVersion: report.version, ...more });
const submit = (report: Known, who = 'committee') => step('submitReport', 'ReportStepInput', report, who);

/** Enters gatherings past all rules: `[unit code, day, people, kind, withdrawn]`. */
async function gather(
  rows: readonly (readonly [string, string, number, number | null, boolean?])[],
): Promise<void> {
  for (const [code, day, count, kind, withdrawn = false] of rows)
    await bed.place.sql(
      `insert into gatherings.gathering (unit_id, held_on, people, kind_id, host, withdrawn) values ($1, $2, $3, $4, 'x', $5)`,
      [await bed.unit(code), day, count, kind, withdrawn],
    );
}

/** A residential area below a commune, as the owner makes it. */
async function areaBelow(code: string, name: string): Promise<number> {
  const [made] = await bed.place.sql<{ id: number }>(
    `with unit as (insert into core.administrative_unit (tree, reference_key) values ('ADMIN', $2) returning id)
     insert into core.administrative_unit_version (unit_id, tree, code, name, full_name, kind, parent_id, valid_from)
     select unit.id, 'ADMIN', $2, $2, $2, 'RESIDENTIAL_AREA', $1, '2021-01-01' from unit returning unit_id::int as id`,
    [await bed.unit(code), name],
  );
  await bed.place.sql('select core.rebuild_unit_reach()');
  return made!.id;
}

const figure = { indicator: 'works.money', value: '12.5' };
const words = { section: 'difficulties', text: '  Mưa kéo dài. ' };

test('a form has its sections in order, and a form with items alone has one of figures', async () => {
  const { data } = await bed.ask(
    `{ reportTemplate(key: "sectioned") { version items { nodes { position indicator { key } section { key } } }
        sections { nodes { position key kind title required maximum list items { nodes { indicator { key } } } } } }
       plain: reportTemplate(key: "commune-monthly") { sections { nodes { key kind title items { totalCount } } } } }`,
    people['clerk']!,
  );
  const { items, sections: parts } = data.reportTemplate;
  expect(items.nodes).toMatchObject([
    { position: 1, indicator: { key: 'works.money' }, section: { key: 'results' } },
    { position: 2, indicator: { key: 'works.houses' }, section: { key: 'more' } },
  ]);
  expect(
    parts.nodes.map(({ key, kind, required, maximum, list }: any) => [key, kind, required, maximum, list]),
  ).toEqual([
    ['results', 'FIGURES', false, null, null],
    ['held', 'LIST', false, null, 'gatherings.held'],
    ['more', 'FIGURES', false, null, null],
    ['difficulties', 'NARRATIVE', true, 120, null],
    ['proposals', 'NARRATIVE', false, 4000, null],
  ]);
  expect(data.plain.sections.nodes).toMatchObject([{ key: 'figures', kind: 'FIGURES', title: 'Figures' }]);
});

test('its version grows when a section changes, and not when nothing does, or another form', async () => {
  // Of the form that summarizes it: it takes its figures and lists, and no words.
  const version = async (key = 'sectioned'): Promise<number> =>
    (await bed.ask(`{ reportTemplate(key: "${key}") { version } }`, people['clerk']!)).data.reportTemplate
      .version;
  const another = await version('sectioned-whole');
  const before = await version();
  expect(await load([form, whole])).toEqual({ alreadyLoaded: true });
  expect(await version()).toBe(before);
  const [, , , difficulties, ...rest] = form.sections!;
  const longer = { ...difficulties!, maximum: 200 } as typeof difficulties;
  await load([{ ...form, sections: [...form.sections!.slice(0, 3), longer!, ...rest] }, whole]);
  expect(await version()).toBe(before + 1);
  expect(await version('sectioned-whole')).toBe(another);
  await load([form, whole]);
  expect(await version()).toBe(before + 2);
});

describe('a draft', () => {
  let report: Known;

  test('keeps what is said in words; what is not named stays, what is blank is taken back', async () => {
    report = known(
      await save('2021-09', {
        items: [figure],
        narratives: [words, { section: 'proposals', text: 'Hỗ trợ.' }],
      }),
    );
    const said = ({ sections: all }: Known) =>
      all.filter(({ kind }: any) => kind === 'NARRATIVE').map(({ key, narrative }: any) => [key, narrative]);
    expect(said(report)).toEqual([
      ['difficulties', 'Mưa kéo dài.'],
      ['proposals', 'Hỗ trợ.'],
    ]);
    report = known(
      await save('2021-09', {
        expectedVersion: report.version,
        narratives: [{ section: 'proposals', text: ' ' }],
      }),
    );
    expect(said(report)).toEqual([
      ['difficulties', 'Mưa kéo dài.'],
      ['proposals', null],
    ]);
  });

  test('is refused with everything that is wrong, figures and words, and nothing is kept', async () => {
    const answer = await save('2021-09', {
      expectedVersion: report.version,
      items: [{ indicator: 'works.money', value: '-1' }],
      narratives: [
        { section: 'results', text: 'x' },
        { section: 'difficulties', text: 'x'.repeat(121) },
        { section: 'proposals', text: 'Mới.' },
        { section: 'proposals', text: 'Khác.' },
      ],
    });
    const { code, field, given, problems } = firstOf(answer);
    expect({ code, field, given }).toEqual({ code: 'REPORT_ITEMS_INVALID', field: 'input.items', given: 4 });
    expect(problems).toMatchObject([
      { code: 'NEGATIVE_VALUE', field: 'input.items[0].value' },
      {
        code: 'REPORT_SECTION_UNKNOWN',
        field: 'input.narratives[0].section',
        given: 'results',
        allowed: 'difficulties, proposals',
      },
      { code: 'TEXT_LENGTH', field: 'input.narratives[1].text', given: 121, allowed: '1–120' },
      { code: 'REPORT_SECTION_TWICE', field: 'input.narratives[3].section', given: 'proposals' },
    ]);
    const kept = await bed.place.sql(`select section, content from core.report_narrative order by section`);
    expect(kept).toEqual([
      { section: 'difficulties', content: 'Mưa kéo dài.' },
      { section: 'proposals', content: null },
    ]);
  });

  test('is refused to others, and its words are not theirs to read', async () => {
    const stranger = await save('2021-09', { narratives: [words] }, 'sectioned', '26254', 'stranger');
    expect(firstOf(stranger)['code']).toBe('OUT_OF_SCOPE');
    const sees = async (who: string): Promise<number> => {
      const { settings: given, permissions, userId } = people[who]!;
      const settings = {
        ...given,
        permissions: [...permissions].join(','),
        user_id: String(userId),
        business_date: '2021-10-15',
      };
      const rows = await bed.engine.database.transaction({ readOnly: true, settings }, (session) =>
        session.query('select 1 from core.report_narrative'),
      );
      return rows.length;
    };
    expect(await sees('stranger')).toBe(0);
    expect(await sees('clerk')).toBe(2);
  });

  test('is neither verified nor accepted by who wrote words of it', async () => {
    const begun = known(await save('2021-05', { items: [figure] }));
    const worded = known(
      await save(
        '2021-05',
        { expectedVersion: begun.version, narratives: [words] },
        'sectioned',
        '26254',
        'writer',
      ),
    );
    const sent = known(await submit(worded));
    for (const field of ['verifyReport', 'acceptReport']) {
      const own = await step(field, 'ReportStepInput', sent, 'writer');
      expect(firstOf(own)).toMatchObject({ code: 'SAME_PERSON', field: 'input.report' });
    }
    // Nobody writes in another's name, not even who asks the table.
    const [row] = await bed.place.sql<{ by: number }>(
      `select entered_by::int as by from core.report_narrative where report_id = (select id from core.report
         where period_id = (select id from core.period where key = '2021-05' and calendar_key = 'MONTH'))`,
    );
    expect(row).toEqual({ by: people['writer']!.userId });
    expect(known(await step('acceptReport', 'ReportStepInput', sent, 'standing')).state).toBe('ACCEPTED');
  });

  test('cannot be handed in without the words it has to say, named beside the figures', async () => {
    const empty = known(await save('2021-08'));
    expect(firstOf(await submit(empty))).toMatchObject({
      code: 'REPORT_INCOMPLETE',
      given: ['works.money', 'difficulties'],
    });
  });
});

describe('a list', () => {
  const listOf = async (month: string, who = 'clerk'): Promise<any> => {
    const { data } = await bed.ask(
      `query ($unit: ID!) { reports(filter: { unit: $unit }) { nodes { period { key } ${sections} } } }`,
      people[who]!,
      { unit: await bed.unitId('26254') },
    );
    const report = data.reports.nodes.find(({ period }: any) => period.key === month);
    return report.sections.find(({ key }: any) => key === 'held').list;
  };

  test('has the records of the unit and of what is below it, in the period, in order, as of their days', async () => {
    const area = await areaBelow('26254', 'Ấp 1');
    await gather([
      ['26254', '2021-09-20', 30, 2],
      ['26254', '2021-09-01', 10, 1],
      ['26254', '2021-09-30', 40, null],
      ['26254', '2021-08-31', 1, 1],
      ['26254', '2021-10-01', 2, 1],
      ['26254', '2021-09-02', 3, 1, true],
      ['26257', '2021-09-02', 4, 1],
    ]);
    await bed.place.sql(
      `insert into gatherings.gathering (unit_id, held_on, people, kind_id, host) values ($1, '2021-09-20', 5, 1, 'x')`,
      [area],
    );
    expect(await listOf('2021-09')).toEqual({
      columns: [
        { field: 'heldOn', title: 'Ngày' },
        { field: 'unit.name', title: 'Nơi họp' },
        { field: 'kind.title', title: 'Loại' },
        { field: 'people', title: 'Số người' },
      ],
      rows: [
        ['2021-09-01', 'Cây Gáo', 'Họp dân', '10'],
        ['2021-09-20', 'Cây Gáo', 'Ngày hội', '30'],
        ['2021-09-20', 'Ấp 1', 'Họp dân', '5'],
        ['2021-09-30', 'Cây Gáo', null, '40'],
      ],
      without: [],
    });
  });

  test('is read by one statement, and only where it is asked for', async () => {
    const asked = async (selection: string): Promise<number> => {
      await bed.ask(
        `{ reports(filter: { asOfFrom: "2021-09-30" }) { nodes { sections { ${selection} } } } }`,
        people['clerk']!,
      );
      return bed.statements;
    };
    const without = await asked('key');
    expect(await asked('key list { rows }')).toBe(without + 1);
  });

  test('is read with the rights of who reads it', async () => {
    expect((await listOf('2021-09', 'blind')).rows).toEqual([]);
  });

  test('is refused with a code where it has more rows than a report shows, and not cut', async () => {
    await gather([
      ['26254', '2021-08-11', 1, 1],
      ['26254', '2021-08-12', 1, 1],
      ['26254', '2021-08-13', 1, 1],
      ['26254', '2021-08-14', 1, 1],
    ]);
    expect((await listOf('2021-08')).rows).toHaveLength(5);
    await gather([['26254', '2021-08-15', 1, 1]]);
    const answer = await bed.ask(
      `query ($unit: ID!) { reports(filter: { unit: $unit, state: [DRAFT] }) { nodes { period { key } sections { key narrative list { rows } } } } }`,
      people['clerk']!,
      { unit: await bed.unitId('26254') },
    );
    expect(answer.errors!.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'REPORT_LIST_TOO_LONG', given: 'gatherings.held', allowed: 5 },
    ]);
    // The other sections of the report, and its other reports, are there all the same.
    expect(answer.data.reports.nodes.map(({ sections: all }: any) => all.length)).toEqual([5, 5]);
    const { data } = await bed.ask(
      `query ($unit: ID!) { reports(filter: { unit: $unit, state: [DRAFT] }) { nodes { id version period { key } } } }`,
      people['clerk']!,
      { unit: await bed.unitId('26254') },
    );
    const report = data.reports.nodes.find(({ period }: any) => period.key === '2021-08');
    const saved = await mutate(
      'saveReportDraft',
      'SaveReportDraftInput',
      'clerk',
      {
        template: 'sectioned',
        unit: await bed.unitId('26254'),
        period: { calendar: 'MONTH', key: '2021-08' },
        expectedVersion: report.version,
        items: [figure],
        narratives: [words],
      },
      'id version',
    );
    const filled = known(saved);
    const versions = () => bed.place.sql(`select id from core.report_version`);
    const before = await versions();
    expect(firstOf(await submit(filled))).toMatchObject({
      code: 'REPORT_LIST_TOO_LONG',
      given: 'gatherings.held',
    });
    expect(await versions()).toEqual(before);
  });
});

describe('what was signed', () => {
  let report: Known;

  test('holds words and rows in the order of the form, letter by letter', async () => {
    const { data } = await bed.ask(
      `query ($unit: ID!) { reports(filter: { unit: $unit }) { nodes { id version period { key } } } }`,
      people['committee']!,
      { unit: await bed.unitId('26254') },
    );
    report = known(await submit(data.reports.nodes.find(({ period }: any) => period.key === '2021-09')));
    const [signed] = report['versions'].nodes;
    const content = JSON.parse(signed.content);
    expect(Object.keys(content)).toEqual([
      'report',
      'unit',
      'organization',
      'period',
      'figures',
      'note',
      'sections',
      'signed',
    ]);
    expect(content.sections).toEqual([
      {
        key: 'results',
        kind: 'FIGURES',
        title: 'Kết quả',
        figures: [{ indicator: 'works.money', part: '' }],
      },
      {
        key: 'held',
        kind: 'LIST',
        title: 'Các cuộc họp',
        columns: gatheringList.columns.map((column) => ({ field: column.field, title: column.title.vi })),
        rows: [
          ['2021-09-01', 'Cây Gáo', 'Họp dân', '10'],
          ['2021-09-20', 'Cây Gáo', 'Ngày hội', '30'],
          ['2021-09-20', 'Ấp 1', 'Họp dân', '5'],
          ['2021-09-30', 'Cây Gáo', null, '40'],
        ],
      },
      { key: 'more', kind: 'FIGURES', title: 'Số khác', figures: [] },
      { key: 'difficulties', kind: 'NARRATIVE', title: 'Tồn tại, nguyên nhân', text: 'Mưa kéo dài.' },
      { key: 'proposals', kind: 'NARRATIVE', title: 'Kiến nghị, đề xuất', text: null },
    ]);
    expect(signed).toMatchObject({
      intact: true,
      sha256: createHash('sha256').update(signed.content).digest('hex'),
    });
    const { data: template } = await bed.ask(
      `{ reportTemplate(key: "sectioned") { version } }`,
      people['clerk']!,
    );
    expect(content.report.formVersion).toBe(template.reportTemplate.version);
  });

  test('is shown section by section as it was, whatever becomes of records, words and form', async () => {
    await gather([['26254', '2021-09-03', 99, 1]]);
    await bed.place.sql(`update gatherings.gathering set people = 77 where people = 10`);
    await load([{ ...form, sections: form.sections!.slice(0, 4) }, whole]);
    const { data } = await bed.ask(
      `query ($id: ID!) { node(id: $id) { ... on Report { ${shown} } } }`,
      people['clerk']!,
      { id: report.id },
    );
    await load([form, whole]);
    const [signed] = data.node.versions.nodes;
    expect(
      signed.sections.map(({ key, narrative, figures, list }: any) => [
        key,
        narrative,
        figures?.length,
        list?.rows.length,
      ]),
    ).toEqual([
      ['results', null, 1, undefined],
      ['held', null, undefined, 4],
      ['more', null, 0, undefined],
      ['difficulties', 'Mưa kéo dài.', undefined, undefined],
      ['proposals', null, undefined, undefined],
    ]);
    expect(signed.sections[0].figures).toEqual([{ indicator: 'works.money', part: '', value: '12.5' }]);
    expect(signed.sections[1].list.rows[0]).toEqual(['2021-09-01', 'Cây Gáo', 'Họp dân', '10']);
    const now = data.node.sections;
    expect(now.map(({ key }: any) => key)).toEqual(['results', 'held', 'more', 'difficulties']);
    expect(now[1].list.rows).toHaveLength(5);
    expect(now[1].list.rows[0]).toEqual(['2021-09-01', 'Cây Gáo', 'Họp dân', '77']);
  });

  test('goes back with remarks on a section', async () => {
    const back = (remarks: object[]) =>
      step('returnReport', 'ReturnReportInput', report, 'standing', { reason: 'xem lại', remarks });
    const said = { reason: 'nêu rõ nguyên nhân' };
    expect(firstOf(await back([{ section: 'nowhere', ...said }]))).toMatchObject({
      code: 'REPORT_SECTION_UNKNOWN',
      field: 'input.remarks[0].section',
      allowed: 'results, held, more, difficulties, proposals',
    });
    expect(firstOf(await back([said]))).toMatchObject({
      code: 'REVIEW_REMARK_SUBJECT',
      field: 'input.remarks[0]',
    });
    expect(
      firstOf(
        await back([
          { section: 'held', ...said },
          { section: 'held', ...said },
        ]),
      ),
    ).toMatchObject({ code: 'REVIEW_REMARK_TWICE', field: 'input.remarks[1].section' });
    report = known(
      await back([
        { section: 'difficulties', ...said },
        { section: 'held', ...said },
      ]),
    );
    expect(report['steps'].nodes.at(-1).remarks.nodes).toEqual([
      { reason: 'nêu rõ nguyên nhân', section: 'difficulties', dataValue: null },
      { reason: 'nêu rõ nguyên nhân', section: 'held', dataValue: null },
    ]);
  });

  test('once mended is another version, and the first stays', async () => {
    const narratives = [{ section: 'difficulties', text: 'Mưa kéo dài, thiếu nhân lực.' }];
    report = known(await save('2021-09', { expectedVersion: report.version, narratives }));
    report = known(await submit(report));
    const texts = report['versions'].nodes.map((version: any) => version.sections[3].narrative);
    expect(texts).toEqual(['Mưa kéo dài.', 'Mưa kéo dài, thiếu nhân lực.']);
  });

  test('takes figures that a program computes itself as they stand, from the first source', async () => {
    const computed: ReportTemplateDeclaration = {
      ...form,
      key: 'computed',
      program: 'PRG-90',
      sections: undefined,
      items: [{ indicator: 'works.insured' }],
    };
    await load([form, whole, computed]);
    await bed.place.sql(
      `insert into core.data_value (indicator_id, unit_id, period_id, source, numerator, denominator, state, origin)
       select i.id, $1, p.id, source, numerator, 10, 'PROVISIONAL', 'Snapshot:1'
         from core.indicator i, core.period p, (values ('front-report', 7), ('other-source', 8)) as told (source, numerator)
        where i.key = 'works.insured' and p.key = '2021-05'`,
      [await bed.unit('26254')],
    );
    const [signed] = known(await submit(known(await save('2021-05', {}, 'computed'))))['versions'].nodes;
    expect(JSON.parse(signed.content).figures).toMatchObject([
      { indicator: 'works.insured', numerator: '7', denominator: '10' },
    ]);
    await load([form, whole]);
  });

  test('of a form that asks for figures alone has no sections in it, and is shown as one', async () => {
    const plain: ReportTemplateDeclaration = {
      ...form,
      key: 'plain',
      sections: undefined,
      items: [{ indicator: 'works.money' }],
    };
    await load([form, whole, plain]);
    const begun = known(await save('2021-05', { items: [figure] }, 'plain'));
    const [signed] = known(await submit(begun))['versions'].nodes;
    expect(Object.keys(JSON.parse(signed.content))).toEqual([
      'report',
      'unit',
      'organization',
      'period',
      'figures',
      'note',
      'signed',
    ]);
    expect(signed.sections).toMatchObject([
      { key: 'figures', figures: [{ indicator: 'works.money', value: '12.5' }] },
    ]);
    // It was accepted with the other form, and goes on to count as that.
    const [counts] = await bed.place.sql(
      `select d.state, template.key from core.data_value d join core.report on report.id = d.report_id
       join core.report_template template on template.id = report.template_id
       join core.period on period.id = d.period_id and period.key = '2021-05'
       join core.indicator i on i.id = d.indicator_id and i.key = 'works.money' where d.superseded_at is null`,
    );
    expect(counts).toEqual({ state: 'ACCEPTED', key: 'sectioned' });
    await load([form, whole]);
  });
});

describe('a report made of others', () => {
  const accepted = async (code: string, month: string): Promise<void> => {
    const begun = known(await save(month, { items: [figure], narratives: [words] }, 'sectioned', code));
    known(await step('acceptReport', 'ReportStepInput', known(await submit(begun)), 'standing'));
  };
  const together = (report: Known): any => report['sections'].find(({ key }: any) => key === 'held').list;

  test('has the signed rows of all with their units in front, and words of its own', async () => {
    await gather([
      ['26257', '2021-07-09', 8, 1],
      ['26254', '2021-07-10', 6, 2],
      ['26260', '2021-07-11', 7, 2],
    ]);
    await accepted('26254', '2021-07');
    await accepted('26257', '2021-07');
    // What was recorded after signing is in the next report, or in none.
    await gather([['26254', '2021-07-12', 1000, 1]]);
    const begun = known(
      await save('2021-07', { missingReason: 'chưa đủ báo cáo' }, 'sectioned-whole', '737', 'standing'),
    );
    expect(begun['sections'].map(({ key, kind }: any) => [key, kind])).toEqual([
      ['results', 'FIGURES'],
      ['held', 'LIST'],
      ['more', 'FIGURES'],
      ['assessment', 'NARRATIVE'],
    ]);
    expect(begun['sections'][0].figures).toEqual([{ indicator: 'works.money', part: '', value: '25' }]);
    const rows = [
      ['Xã Cây Gáo', '2021-07-10', 'Cây Gáo', 'Ngày hội', '6'],
      ['Xã Bàu Hàm', '2021-07-09', 'Bàu Hàm', 'Họp dân', '8'],
    ];
    expect(together(begun)).toMatchObject({ rows, without: [] });
    expect(together(begun).columns[0]).toEqual({ field: 'unit', title: 'Đơn vị' });
    expect(firstOf(await submit(begun, 'standing'))).toMatchObject({
      code: 'REPORT_INCOMPLETE',
      given: ['assessment'],
    });
    const narratives = [{ section: 'assessment', text: 'Đạt yêu cầu.' }];
    const said = known(
      await save(
        '2021-07',
        { expectedVersion: begun.version, narratives },
        'sectioned-whole',
        '737',
        'standing',
      ),
    );
    const signed = known(await submit(said, 'standing'));
    const content = JSON.parse(signed['versions'].nodes[0].content);
    expect(Object.keys(content)).toContain('madeOf');
    expect(content.sections[1].rows).toEqual(rows);
    expect(content.sections[3].text).toBe('Đạt yêu cầu.');
  });

  test('names the units whose signed report had no such list', async () => {
    const without = { ...form, sections: form.sections!.filter(({ kind }) => kind !== 'LIST') };
    await load([without, whole]);
    await accepted('26254', '2021-04');
    await load([form, whole]);
    await accepted('26257', '2021-04');
    const begun = known(
      await save('2021-04', { missingReason: 'chưa đủ báo cáo' }, 'sectioned-whole', '737', 'standing'),
    );
    expect(together(begun)).toMatchObject({ without: ['Xã Cây Gáo'] });
  });
});
