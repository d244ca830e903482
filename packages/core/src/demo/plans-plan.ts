import { imaginedCommunes } from './figures-communes.js';

/** Invented as the rest: who was given how much of the district's targets, and what the units plan. */
const codes = imaginedCommunes.map(({ code }) => code);
const town = '26248';
/** The commune that was given fewer cards at first, and adjusted its plan for it. */
export const adjusted = '26257';

/** One part of a target of the source program. */
export interface DemoPart {
  readonly target: string;
  readonly unit: string;
  readonly value: string;
}

/**
 * Cards: 290 of 300, and one commune has none. Houses: 12, inside the range of 10 to 15. Markets: 3, one more than the
 * range of 1 to 2. Advanced communes: the two that were promised.
 */
export const demoParts: readonly DemoPart[] = [
  ...codes
    .filter((code) => code !== '26296')
    .map((unit) => ({ target: 'T-07', unit, value: unit === town ? '20' : '18' })),
  ...codes.slice(0, 12).map((unit) => ({ target: 'T-06', unit, value: '1' })),
  ...['26263', '26275', '26278'].map((unit) => ({ target: 'T-08', unit, value: '1' })),
  ...['26269', '26290'].map((unit) => ({ target: 'T-03', unit, value: '1' })),
];

/** What one part was before it was changed. */
export const demoEarlierPart = {
  target: 'T-07',
  unit: adjusted,
  value: '15',
  reason: 'Minh họa: xã có thêm hộ khó khăn sau khi rà soát.',
} as const;

export interface DemoPlan {
  /** Of a commune; null for the district. */
  readonly unit: string | null;
  readonly program: string | null;
  readonly title: string;
  readonly state: 'DRAFT' | 'APPROVED' | 'ADJUSTED' | 'CLOSED';
  readonly parent: boolean;
  /** Codes of targets and activities; a commune has its own part of a target. */
  readonly items: readonly string[];
}

const ofDistrict = ['T-03', 'T-06', 'T-07', 'T-08', 'T-12', 'E-13', 'E-16', 'E-18', 'E-26'];

/** Three communes have no plan yet, and one of the rest only a draft. */
const withoutPlan = new Set(['26284', '26293', '26296']);
const drafts = new Set(['26287']);

export const demoPlans: readonly DemoPlan[] = [
  {
    unit: null,
    program: null,
    title: 'Kế hoạch thực hiện chương trình phối hợp, thống nhất hành động năm 2021 (minh họa)',
    state: 'APPROVED',
    parent: false,
    items: ofDistrict,
  },
  {
    unit: null,
    program: 'PRG-40',
    title: 'Kế hoạch sơ kết các chương trình phối hợp 6 tháng đầu năm 2021 (minh họa)',
    state: 'CLOSED',
    parent: false,
    items: ['E-26'],
  },
  ...codes.flatMap((unit, place): DemoPlan[] =>
    withoutPlan.has(unit)
      ? []
      : [
          {
            unit,
            program: null,
            title: 'Chương trình công tác Mặt trận năm 2021 (minh họa)',
            state: drafts.has(unit) ? 'DRAFT' : unit === adjusted ? 'ADJUSTED' : 'APPROVED',
            parent: true,
            // Each has its parts of cards and houses and the festival; what else differs from place to place.
            items: [
              'T-07',
              'T-06',
              'E-13',
              ...(place % 2 === 0 ? ['E-16'] : []),
              ...(place % 5 === 0 ? ['T-08', 'E-18'] : []),
            ],
          },
        ],
  ),
];

/** What the adjusted plan was called, and what it contained besides. */
export const demoEarlierPlan = {
  title: 'Chương trình công tác Mặt trận năm 2021, bản tháng 2 (minh họa)',
  removed: 'E-18',
  reason: 'Minh họa: điều chỉnh kịp thời do dịch bệnh, không tổ chức phiên chợ.',
} as const;
