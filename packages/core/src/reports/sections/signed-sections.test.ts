/** Forms with figures, words and lists of records: what is signed of them, returned, and put together. */
import { createHash } from 'node:crypto';
import type { ReportTemplateDeclaration } from '../../programs/contribution.js';
import { known, type Known } from '../test-bed.js';
import {
  figure,
  firstOf,
  form,
  shown,
  startSectionsBed,
  whole,
  words,
  type SectionsBed,
} from './test-bed.js';
import { gatheringList } from './test-gatherings.js';

let bed: SectionsBed;
beforeAll(async () => {
  bed = await startSectionsBed();
}, 600_000);
afterAll(() => bed?.stop());

/** The report of a commune, accepted by the district. */
const accepted = async (code: string, month: string): Promise<void> => {
  const begun = known(await bed.save(month, { items: [figure], narratives: [words] }, 'sectioned', code));
  known(await bed.step('acceptReport', known(await bed.submit(begun)), 'standing'));
};

describe('what was signed', () => {
  let report: Known;
  beforeAll(async () => {
    await bed.gatherInSeptember();
    report = known(await bed.save('2021-09', { items: [figure], narratives: [words] }));
  });

  test('holds words and rows in the order of the form, letter by letter', async () => {
    report = known(await bed.submit(report));
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
      bed.people['clerk']!,
    );
    expect(content.report.formVersion).toBe(template.reportTemplate.version);
  });

  test('is shown section by section as it was, whatever becomes of records, words and form', async () => {
    await bed.gather([['26254', '2021-09-03', 99, 1]]);
    await bed.place.sql(`update gatherings.gathering set people = 77 where people = 10`);
    await bed.load([{ ...form, sections: form.sections!.slice(0, 4) }, whole]);
    const { data } = await bed.ask(
      `query ($id: ID!) { node(id: $id) { ... on Report { ${shown} } } }`,
      bed.people['clerk']!,
      { id: report.id },
    );
    await bed.load([form, whole]);
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
      bed.step('returnReport', report, 'standing', { reason: 'xem lại', remarks });
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
    report = known(await bed.save('2021-09', { expectedVersion: report.version, narratives }));
    report = known(await bed.submit(report));
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
    await bed.load([form, whole, computed]);
    await bed.place.sql(
      `insert into core.data_value (indicator_id, unit_id, period_id, source, numerator, denominator, state, origin)
       select i.id, $1, p.id, source, numerator, 10, 'PROVISIONAL', 'Snapshot:1'
         from core.indicator i, core.period p, (values ('front-report', 7), ('other-source', 8)) as told (source, numerator)
        where i.key = 'works.insured' and p.key = '2021-05'`,
      [await bed.unit('26254')],
    );
    const [signed] = known(await bed.submit(known(await bed.save('2021-05', {}, 'computed'))))['versions']
      .nodes;
    expect(JSON.parse(signed.content).figures).toMatchObject([
      { indicator: 'works.insured', numerator: '7', denominator: '10' },
    ]);
    await bed.load([form, whole]);
  });

  test('of a form that asks for figures alone has no sections in it, and is shown as one', async () => {
    await accepted('26254', '2021-05');
    const plain: ReportTemplateDeclaration = {
      ...form,
      key: 'plain',
      sections: undefined,
      items: [{ indicator: 'works.money' }],
    };
    await bed.load([form, whole, plain]);
    const begun = known(await bed.save('2021-05', { items: [figure] }, 'plain'));
    const [signed] = known(await bed.submit(begun))['versions'].nodes;
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
    await bed.load([form, whole]);
  });
});

describe('a report made of others', () => {
  const together = (report: Known): any => report['sections'].find(({ key }: any) => key === 'held').list;

  test('has the signed rows of all with their units in front, and words of its own', async () => {
    await bed.gather([
      ['26257', '2021-07-09', 8, 1],
      ['26254', '2021-07-10', 6, 2],
      ['26260', '2021-07-11', 7, 2],
    ]);
    await accepted('26254', '2021-07');
    await accepted('26257', '2021-07');
    // What was recorded after signing is in the next report, or in none.
    await bed.gather([['26254', '2021-07-12', 1000, 1]]);
    const begun = known(
      await bed.save('2021-07', { missingReason: 'chưa đủ báo cáo' }, 'sectioned-whole', '737', 'standing'),
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
    expect(firstOf(await bed.submit(begun, 'standing'))).toMatchObject({
      code: 'REPORT_INCOMPLETE',
      given: ['assessment'],
    });
    const narratives = [{ section: 'assessment', text: 'Đạt yêu cầu.' }];
    const said = known(
      await bed.save(
        '2021-07',
        { expectedVersion: begun.version, narratives },
        'sectioned-whole',
        '737',
        'standing',
      ),
    );
    const signed = known(await bed.submit(said, 'standing'));
    const content = JSON.parse(signed['versions'].nodes[0].content);
    expect(Object.keys(content)).toContain('madeOf');
    expect(content.sections[1].rows).toEqual(rows);
    expect(content.sections[3].text).toBe('Đạt yêu cầu.');
  });

  test('names the units whose signed report had no such list', async () => {
    const without = { ...form, sections: form.sections!.filter(({ kind }) => kind !== 'LIST') };
    await bed.load([without, whole]);
    await accepted('26254', '2021-04');
    await bed.load([form, whole]);
    await accepted('26257', '2021-04');
    const begun = known(
      await bed.save('2021-04', { missingReason: 'chưa đủ báo cáo' }, 'sectioned-whole', '737', 'standing'),
    );
    expect(together(begun)).toMatchObject({ without: ['Xã Cây Gáo'] });
  });
});
