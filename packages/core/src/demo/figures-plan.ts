import { generatePeriods } from '../periods/calendars.js';
import type { RegularCalendarKey } from '../periods/calendars-definitions.js';
import { imaginedCommunes, TOWN, type ImaginedCommune } from './figures-communes.js';

/** One invented figure. */
export interface DemoFigure {
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
  readonly part?: string;
  readonly value?: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly status?: string;
  readonly accepted: boolean;
}

type Made = Pick<DemoFigure, 'value' | 'numerator' | 'denominator' | 'status' | 'part'>;

/** How the figures of one indicator are made up: nothing for a unit and period that has not reported. */
interface Recipe {
  readonly indicator: string;
  readonly calendar: RegularCalendarKey;
  readonly figure: (
    commune: ImaginedCommune,
    period: { key: string; year: number; position: number },
  ) => Made[];
}

/**
 * A number from 0 to 99 that depends on nothing but the words (FNV-1a): the demonstration is the same on every
 * machine, and adding an indicator changes no other.
 */
function dice(...words: (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of words.join(' '))
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  // The lowest bits of a short text differ too little.
  return ((hash ^ (hash >>> 15)) >>> 0) % 100;
}

const share = (part: number, whole: number): Made[] => [
  { numerator: Math.min(Math.round(part), whole), denominator: whole },
];

/** Communes in the order of the list, so that events can be dealt out by place. */
const placeOf = new Map(imaginedCommunes.map(({ code }, index) => [code, index]));

/** What happened where and when, for what is too rare to be diced: code of the commune by period. */
const housesOf: Readonly<Record<string, readonly string[]>> = {
  '2020-03': ['26254'], '2020-05': ['26257', '26281'], '2020-08': ['26260'], '2020-09': ['26266'], '2020-10': ['26272', '26251'],
  '2020-11': ['26284', '26296', '26287'], '2020-12': ['26263'],
  '2021-01': ['26254'], '2021-02': [], '2021-03': ['26257'], '2021-04': ['26260', '26263'], '2021-05': ['26281'], '2021-06': ['26266'],
  '2021-07': ['26251'], '2021-08': [], '2021-09': ['26272'],
}; // prettier-ignore

const marketsOf: Readonly<Record<string, readonly string[]>> = {
  '2020-Q2': ['26269'],
  '2020-Q4': ['26275'],
  '2021-Q1': ['26278'],
  '2021-Q2': ['26263'],
};

const advancedOf: Readonly<Record<string, readonly string[]>> = {
  '2020-Q4': ['26287', '26290'],
  '2021-Q2': ['26293'],
};

/** Deaths on the road by traffic month, dealt out along the big roads. */
const deathsOf: Readonly<Record<number, readonly number[]>> = {
  2020: [3, 2, 1, 2, 2, 1, 2, 1, 2, 3, 2, 3],
  2021: [2, 2, 2, 1, 2, 1, 0, 1, 1],
};
const roadCommunes = ['26269', '26272', '26278', '26248', '26290', '26281', '26275'] as const;

/** Whether a commune has not sent its figure: a few always lag behind in the last months. */
const lags = (
  indicator: string,
  { code }: ImaginedCommune,
  { year, position }: { year: number; position: number },
  from: number,
): boolean => year === 2021 && position >= from && dice('lag', indicator, code, position) < 14;

const recipes: readonly Recipe[] = [
  {
    // T-01: the year is under way; five communes have not counted yet, the others stand just below 99 %.
    indicator: 'unity-campaign.cultural-family-rate',
    calendar: 'YEAR',
    figure: (commune, { year }) => {
      if (year === 2021 && placeOf.get(commune.code)! % 4 === 3) return [];
      const rate = (year === 2020 ? 0.976 : 0.982) + dice('families', commune.code, year) / 12_500;
      return share(commune.households * rate, commune.households);
    },
  },
  {
    // T-02: all areas but a few; reached before the deadline.
    indicator: 'unity-campaign.cultural-residential-area-rate',
    calendar: 'YEAR',
    figure: ({ code, areas }, { year }) =>
      share(areas - (dice('areas', code, year) < (year === 2020 ? 35 : 10) ? 1 : 0), areas),
  },
  {
    // T-03: one of two communes has got there. T-04: none yet. Song Thao has not sent the third quarter.
    indicator: 'new-rural-areas.communes-advanced',
    calendar: 'QUARTER',
    figure: ({ code }, { key }) => {
      if (code === TOWN || (code === '26260' && key === '2021-Q3')) return [];
      return [{ status: advancedOf[key]?.includes(code) ? 'advanced' : 'none' }];
    },
  },
  {
    indicator: 'new-rural-areas.communes-model',
    calendar: 'QUARTER',
    figure: ({ code }, { key }) =>
      code === TOWN || (code === '26260' && key === '2021-Q3') ? [] : [{ status: 'none' }],
  },
  {
    // T-05: the survey of the year comes in late; three communes have not finished theirs.
    indicator: 'poverty-reduction.poor-household-a-rate',
    calendar: 'YEAR',
    figure: ({ code, households }, { year }) => {
      if (year === 2021 && ['26257', '26284', '26296'].includes(code)) return [];
      const poor = Math.round((households * (18 + dice('poor', code) / 5)) / 10_000) + 2;
      return share(year === 2020 ? poor : poor - Math.round(poor * 0.22), households);
    },
  },
  {
    // T-06: eight houses by September, along the line to ten.
    indicator: 'fund-for-the-poor.houses',
    calendar: 'MONTH',
    figure: (commune, period) => {
      if (lags('houses', commune, period, 8)) return [];
      const houses = housesOf[period.key]?.filter((code) => code === commune.code).length ?? 0;
      const repaired = dice('repair', commune.code, period.key) < 40 ? houses : 0;
      return [
        { value: houses },
        { part: 'work:build', value: houses - repaired },
        { part: 'work:repair', value: repaired },
      ];
    },
  },
  {
    // T-07: 300 cards are promised; the epidemic of the summer has slowed the gifts down.
    indicator: 'social-care.gift-cards',
    calendar: 'MONTH',
    figure: (commune, period) => {
      if (lags('cards', commune, period, 7)) return [];
      const chance = period.year === 2020 ? 30 : period.position <= 5 ? 32 : 9;
      return [
        {
          value:
            dice('cards', commune.code, period.key) < chance
              ? 2 + (dice('how many', commune.code, period.key) % 5)
              : 0,
        },
      ];
    },
  },
  {
    // T-08: one or two markets are promised; two have been held.
    indicator: 'vietnamese-goods.rural-markets',
    calendar: 'QUARTER',
    figure: ({ code }, { key }) => [{ value: marketsOf[key]?.includes(code) ? 1 : 0 }],
  },
  {
    // T-09: below its limit so far.
    indicator: 'child-protection.underweight-rate',
    calendar: 'HALF',
    figure: (commune, { key }) => childrenBelow('underweight', commune, key, 0.052),
  },
  {
    // T-10: above its limit.
    indicator: 'child-protection.stunting-rate',
    calendar: 'HALF',
    figure: (commune, { key }) => childrenBelow('stunted', commune, key, 0.187),
  },
  {
    // T-11: fewer than in the same months of 2020, in the year of traffic statistics.
    indicator: 'traffic-safety.traffic-deaths',
    calendar: 'TRAFFIC_MONTH',
    figure: ({ code }, { year, position }) => {
      const deaths = deathsOf[year]?.[position - 1] ?? 0;
      const dealt = Array.from(
        { length: deaths },
        (_, death) => roadCommunes[(position * 3 + death * 2 + year) % roadCommunes.length],
      );
      return [{ value: dealt.filter((place) => place === code).length }];
    },
  },
  {
    // T-12: where its plugin does not feed it; otherwise these are left out.
    indicator: 'social-insurance.health-insurance-rate',
    calendar: 'MONTH',
    figure: ({ code, households }, { key, year, position }) => {
      if (key === '2021-09' && code === '26254') return [];
      const people = Math.round(households * 3.7);
      const rate = (year === 2020 ? 0.842 : 0.858) + position * 0.001 + dice('insured', code) / 4_000;
      return share(people * rate, people);
    },
  },
];

function childrenBelow(
  what: string,
  { code, households }: ImaginedCommune,
  round: string,
  rate: number,
): Made[] {
  if (round === '2021-H1' && code === '26296') return [];
  const children = Math.round(households * 0.31) - (dice('weighed', code, round) % 20);
  return share(children * (rate + dice(what, code, round) / 7_000), children);
}

/** The last day of which anything is invented: on the demonstration's business date October has not been reported. */
const LAST_DAY = '2021-09-30';
/** Figures of periods that end by then have been accepted; later ones wait. */
const ACCEPTED_UNTIL = '2021-06-30';

/** Every invented figure of 2020 and of January to September 2021, the same on every machine. */
export function demoFigures(): DemoFigure[] {
  return recipes.flatMap(({ indicator, calendar, figure }) =>
    generatePeriods(calendar, 2020, 2021).flatMap((period) => {
      const year = Number(period.key.slice(0, 4));
      // Of a year under way, what is known so far.
      if (period.end > LAST_DAY && calendar !== 'YEAR') return [];
      const accepted = period.end <= ACCEPTED_UNTIL;
      return imaginedCommunes.flatMap((commune) =>
        figure(commune, { key: period.key, year, position: period.position }).map((made) => ({
          indicator,
          unit: commune.code,
          period: period.key,
          ...made,
          accepted,
        })),
      );
    }),
  );
}
