/** Forms with figures, words and lists of records: how they are drafted, and what their lists show. */
import { known, type Known } from '../test-bed.js';
import {
  figure,
  firstOf,
  form,
  sections,
  startSectionsBed,
  whole,
  words,
  type SectionsBed,
} from './test-bed.js';

let bed: SectionsBed;
beforeAll(async () => {
  bed = await startSectionsBed();
}, 600_000);
afterAll(() => bed?.stop());

test('a form has its sections in order, and a form with items alone has one of figures', async () => {
  const { data } = await bed.ask(
    `{ reportTemplate(key: "sectioned") { version items { nodes { position indicator { key } section { key } } }
        sections { nodes { position key kind title required maximum list items { nodes { indicator { key } } } } } }
       plain: reportTemplate(key: "commune-monthly") { sections { nodes { key kind title items { totalCount } } } } }`,
    bed.people['clerk']!,
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
    (await bed.ask(`{ reportTemplate(key: "${key}") { version } }`, bed.people['clerk']!)).data.reportTemplate
      .version;
  const another = await version('sectioned-whole');
  const before = await version();
  expect(await bed.load([form, whole])).toEqual({ alreadyLoaded: true });
  expect(await version()).toBe(before);
  const [, , , difficulties, ...rest] = form.sections!;
  const longer = { ...difficulties!, maximum: 200 } as typeof difficulties;
  await bed.load([{ ...form, sections: [...form.sections!.slice(0, 3), longer!, ...rest] }, whole]);
  expect(await version()).toBe(before + 1);
  expect(await version('sectioned-whole')).toBe(another);
  await bed.load([form, whole]);
  expect(await version()).toBe(before + 2);
});

describe('a draft', () => {
  let report: Known;

  test('keeps what is said in words; what is not named stays, what is blank is taken back', async () => {
    report = known(
      await bed.save('2021-09', {
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
      await bed.save('2021-09', {
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
    const answer = await bed.save('2021-09', {
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
    const stranger = await bed.save('2021-09', { narratives: [words] }, 'sectioned', '26254', 'stranger');
    expect(firstOf(stranger)['code']).toBe('OUT_OF_SCOPE');
    const sees = async (who: string): Promise<number> => {
      const { settings: given, permissions, userId } = bed.people[who]!;
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
    const begun = known(await bed.save('2021-05', { items: [figure] }));
    const worded = known(
      await bed.save(
        '2021-05',
        { expectedVersion: begun.version, narratives: [words] },
        'sectioned',
        '26254',
        'writer',
      ),
    );
    const sent = known(await bed.submit(worded));
    for (const field of ['verifyReport', 'acceptReport']) {
      const own = await bed.step(field, sent, 'writer');
      expect(firstOf(own)).toMatchObject({ code: 'SAME_PERSON', field: 'input.report' });
    }
    // Nobody writes in another's name, not even who asks the table.
    const [row] = await bed.place.sql<{ by: number }>(
      `select entered_by::int as by from core.report_narrative where report_id = (select id from core.report
         where period_id = (select id from core.period where key = '2021-05' and calendar_key = 'MONTH'))`,
    );
    expect(row).toEqual({ by: bed.people['writer']!.userId });
    expect(known(await bed.step('acceptReport', sent, 'standing')).state).toBe('ACCEPTED');
  });

  test('cannot be handed in without the words it has to say, named beside the figures', async () => {
    const empty = known(await bed.save('2021-08'));
    expect(firstOf(await bed.submit(empty))).toMatchObject({
      code: 'REPORT_INCOMPLETE',
      given: ['works.money', 'difficulties'],
    });
  });
});

describe('a list', () => {
  const listOf = async (month: string, who = 'clerk'): Promise<any> => {
    const { data } = await bed.ask(
      `query ($unit: ID!) { reports(filter: { unit: $unit }) { nodes { period { key } ${sections} } } }`,
      bed.people[who]!,
      { unit: await bed.unitId('26254') },
    );
    const report = data.reports.nodes.find(({ period }: any) => period.key === month);
    return report.sections.find(({ key }: any) => key === 'held').list;
  };

  test('has the records of the unit and of what is below it, in the period, in order, as of their days', async () => {
    await bed.gatherInSeptember();
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
        bed.people['clerk']!,
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
    await bed.gather([
      ['26254', '2021-08-11', 1, 1],
      ['26254', '2021-08-12', 1, 1],
      ['26254', '2021-08-13', 1, 1],
      ['26254', '2021-08-14', 1, 1],
    ]);
    expect((await listOf('2021-08')).rows).toHaveLength(5);
    await bed.gather([['26254', '2021-08-15', 1, 1]]);
    const answer = await bed.ask(
      `query ($unit: ID!) { reports(filter: { unit: $unit, state: [DRAFT] }) { nodes { period { key } sections { key narrative list { rows } } } } }`,
      bed.people['clerk']!,
      { unit: await bed.unitId('26254') },
    );
    expect(answer.errors!.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'REPORT_LIST_TOO_LONG', given: 'gatherings.held', allowed: 5 },
    ]);
    // The other sections of the report, and its other reports, are there all the same.
    expect(answer.data.reports.nodes.map(({ sections: all }: any) => all.length)).toEqual([5, 5]);
    const { data } = await bed.ask(
      `query ($unit: ID!) { reports(filter: { unit: $unit, state: [DRAFT] }) { nodes { id version period { key } } } }`,
      bed.people['clerk']!,
      { unit: await bed.unitId('26254') },
    );
    const report = data.reports.nodes.find(({ period }: any) => period.key === '2021-08');
    const saved = await bed.mutate(
      'saveReportDraft',
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
    expect(firstOf(await bed.submit(filled))).toMatchObject({
      code: 'REPORT_LIST_TOO_LONG',
      given: 'gatherings.held',
    });
    expect(await versions()).toEqual(before);
  });
});
