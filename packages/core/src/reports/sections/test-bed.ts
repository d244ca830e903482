/** For tests: a form with figures, words and a list of records, one that puts it together, and who fills them in. */
import type { Caller } from '@phoihop/platform';
import type { ReportTemplateDeclaration } from '../../programs/contribution.js';
import { startReportsBed, type Answer, type Known, type ReportsBed } from '../test-bed.js';
import { gatheringList, gatheringsPlugin } from './test-gatherings.js';

const title = (vi: string) => ({ vi, en: vi });

export const form: ReportTemplateDeclaration = {
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
export const whole: ReportTemplateDeclaration = {
  key: 'sectioned-whole',
  program: 'PRG-91',
  calendar: 'month',
  level: 'district',
  title: title('Báo cáo huyện'),
  summarizes: 'sectioned',
  sections: [{ key: 'assessment', kind: 'NARRATIVE', title: title('Đánh giá chung'), required: true }],
};

/** `[unit code, day, people, kind, withdrawn]`. */
type EnteredGathering = readonly [string, string, number, number | null, boolean?];

export interface SectionsBed extends ReportsBed {
  readonly people: Readonly<Record<string, Caller>>;
  /** Saves the draft of a month; of Cây Gáo, by the clerk, unless others are named. */
  save(month: string, more?: object, template?: string, code?: string, who?: string): Promise<Answer>;
  /** Takes a step with a report. */
  step(field: string, report: Known, who: string, more?: object): Promise<Answer>;
  submit(report: Known, who?: string): Promise<Answer>;
  /** Enters gatherings past all rules. */
  gather(rows: readonly EnteredGathering[]): Promise<void>;
  /**
   * Those of September 2021: four of Cây Gáo and of an area below it, and beside them some that its list must not show,
   * of other days, called off, or of another commune.
   */
  gatherInSeptember(): Promise<void>;
}

/** What the first problem of an answer says of itself. */
export const firstOf = ({ errors }: Answer): Record<string, any> => errors![0]!.extensions;
export const sections = `sections { key kind title maximum narrative figures { indicator part value }
  list { columns { field title } rows without } }`;
export const shown = `id state version ${sections}
  versions { nodes { number content sha256 intact ${sections} } }
  steps { nodes { action remarks { nodes { reason section dataValue { value } } } } }`;

export const figure = { indicator: 'works.money', value: '12.5' };
export const words = { section: 'difficulties', text: '  Mưa kéo dài. ' };

export async function startSectionsBed(): Promise<SectionsBed> {
  const people: Record<string, Caller> = {};
  const bed = await startReportsBed({ forms: [form, whole], people, shown, plugins: [gatheringsPlugin()] });
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
  const step: SectionsBed['step'] = (field, report, who, more = {}) =>
    bed.mutate(field, who, { report: report.id, expectedVersion: report.version, ...more });
  const gather: SectionsBed['gather'] = async (rows) => {
    for (const [code, day, count, kind, withdrawn = false] of rows)
      await enterGathering(bed, await bed.unit(code), day, count, kind, withdrawn);
  };
  return Object.assign(bed, {
    people,
    step,
    submit: (report: Known, who = 'committee') => step('submitReport', report, who),
    save: async (month: string, more: object = {}, template = 'sectioned', code = '26254', who = 'clerk') =>
      bed.mutate('saveReportDraft', who, {
        template,
        unit: await bed.unitId(code),
        period: { calendar: 'MONTH', key: month },
        items: [],
        ...more,
      }),
    gather,
    gatherInSeptember: async () => {
      const area = await areaBelow(bed, '26254', 'Ấp 1');
      await gather([
        ['26254', '2021-09-20', 30, 2],
        ['26254', '2021-09-01', 10, 1],
        ['26254', '2021-09-30', 40, null],
        ['26254', '2021-08-31', 1, 1],
        ['26254', '2021-10-01', 2, 1],
        ['26254', '2021-09-02', 3, 1, true],
        ['26257', '2021-09-02', 4, 1],
      ]);
      await enterGathering(bed, area, '2021-09-20', 5, 1);
    },
  });
}

async function enterGathering(
  bed: ReportsBed,
  unit: number,
  day: string,
  count: number,
  kind: number | null,
  withdrawn = false,
): Promise<void> {
  await bed.place.sql(
    `insert into gatherings.gathering (unit_id, held_on, people, kind_id, host, withdrawn) values ($1, $2, $3, $4, 'x', $5)`,
    [unit, day, count, kind, withdrawn],
  );
}

/** A residential area below a commune, as the owner makes it. */
async function areaBelow(bed: ReportsBed, code: string, name: string): Promise<number> {
  const [made] = await bed.place.sql<{ id: number }>(
    `with unit as (insert into core.administrative_unit (tree, reference_key) values ('ADMIN', $2) returning id)
     insert into core.administrative_unit_version (unit_id, tree, code, name, full_name, kind, parent_id, valid_from)
     select unit.id, 'ADMIN', $2, $2, $2, 'RESIDENTIAL_AREA', $1, '2021-01-01' from unit returning unit_id::int as id`,
    [await bed.unit(code), name],
  );
  await bed.place.sql('select core.rebuild_unit_reach()');
  return made!.id;
}
