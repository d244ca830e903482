import type { Commune, Given, Stage } from './stage.js';

/** What a commune tells of a month. */
export interface Told {
  readonly houses: number;
  readonly cards: number;
}

const month = (number: number): string => `2022-${String(number).padStart(2, '0')}`;
const period = (number: number) => ({ calendar: 'MONTH', key: month(number) });
const shown = 'id version state';
const item = (indicator: string, value: number, disaggregation?: string) => ({
  indicator,
  value: String(value),
  ...(disaggregation && { disaggregation }),
});

/** The clerk fills the report in, the chair signs it and hands it in. */
export async function handIn(stage: Stage, commune: Commune, number: number, told: Told): Promise<Given> {
  const draft = await stage.does(
    commune.clerk,
    'saveReportDraft',
    {
      template: 'commune-monthly',
      unit: commune.id,
      period: period(number),
      items: [
        item('fund-for-the-poor.houses', told.houses),
        item('fund-for-the-poor.houses', told.houses, 'work:build'),
        item('fund-for-the-poor.houses', 0, 'work:repair'),
        item('social-care.gift-cards', told.cards),
      ],
    },
    shown,
  );
  return step(stage, commune.chair, 'submitReport', draft);
}

export const step = (
  stage: Stage,
  who: string,
  name: string,
  report: Given,
  more: object = {},
): Promise<Given> =>
  stage.does(who, name, { report: report.id, expectedVersion: report.version, ...more }, shown);

/** The officer of the cluster looks at it, the district takes it. */
export async function take(stage: Stage, officer: string, report: Given): Promise<Given> {
  return step(stage, 'standing', 'acceptReport', await step(stage, officer, 'verifyReport', report));
}

/** The district puts a month together, signs it and sends it on. */
export async function sumUp(
  stage: Stage,
  number: number,
  missingReason: string | null = null,
): Promise<Given> {
  const draft = await stage.does('standing', 'saveReportDraft', {
    template: 'district-monthly',
    unit: stage.district,
    period: period(number),
    items: [],
    missingReason,
  });
  const signed = await step(stage, 'standing', 'submitReport', draft);
  return stage.does(
    'standing',
    'sendReport',
    {
      report: signed.id,
      expectedVersion: signed.version,
      recipients: [{ name: 'Ủy ban MTTQ Việt Nam tỉnh Đồng Nai' }, { name: 'Huyện ủy Trảng Bom' }],
      reference: `${number}/BC-MTTQ-BTT`,
    },
    'id version versions { nodes { number content } } dispatches { nodes { recipient } }',
  );
}
