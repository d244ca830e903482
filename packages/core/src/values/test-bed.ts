/** For tests: the whole core over the nation's units, with one small plugin whose indicators are of every kind. */
import { createHash } from 'node:crypto';
import { createTemporaryDatabase, type TemporaryDatabase } from '@phoihop/database/testing';
import { nationTemplate, type Answer } from '@phoihop/testing';
import { anonymous, definePlugin, type Caller, type Plugin, type Session } from '@phoihop/platform';
import { Engine, encodeGlobalId } from '@phoihop/platform/engine';
import { scopeSettings } from '../access/scopes.js';
import { corePlugin } from '../plugin.js';
import type { IndicatorDeclaration, ProgramContribution } from '../programs/contribution.js';
import type { Aggregate, AggregateRequest } from './aggregate-request.js';
import { aggregateIndicator } from './aggregate.js';

export type { Answer };

const text = (en: string) => ({ vi: en, en });

const indicator = (
  declaration: Partial<IndicatorDeclaration> & Pick<IndicatorDeclaration, 'key' | 'kind' | 'mergeRule'>,
): IndicatorDeclaration => ({
  program: 'PRG-90',
  title: text(declaration.key),
  description: text('What counts.'),
  unitOfMeasure: text('one'),
  calendar: 'month',
  collectionLevel: 'commune',
  splitRule: 'NONE',
  decimals: 0,
  sources: ['front-report', 'other-source'],
  feeder: { kind: 'collected' },
  reportedBy: 'commune-clerk',
  ...declaration,
});

const components = { numerator: text('part'), denominator: text('whole') };

export const testIndicators: readonly IndicatorDeclaration[] = [
  indicator({
    key: 'works.houses',
    kind: 'SUM',
    mergeRule: 'SUM',
    disaggregations: [
      {
        code: 'work',
        title: text('kind of work'),
        values: [
          { code: 'build', title: text('built') },
          { code: 'repair', title: text('repaired') },
        ],
      },
    ],
  }),
  indicator({ key: 'works.money', kind: 'SUM', mergeRule: 'SUM', decimals: 2, program: 'PRG-91' }),
  indicator({ key: 'works.households', kind: 'STOCK', mergeRule: 'STOCK_SUM' }),
  indicator({ key: 'works.visits', kind: 'RATIO', mergeRule: 'COMPONENTS', components }),
  indicator({ key: 'works.poor', kind: 'RATIO', mergeRule: 'COMPONENTS', components, smallCellThreshold: 5 }),
  indicator({
    key: 'works.insured',
    kind: 'RATIO',
    mergeRule: 'COMPONENTS',
    components,
    ratioOfStocks: true,
    feeder: { kind: 'derived', from: 'Snapshot' },
  }),
  indicator({
    key: 'works.recognized',
    kind: 'STATUS_COUNT',
    mergeRule: 'RECOMPUTE_STATUS',
    calendar: 'quarter',
    appliesTo: ['commune'],
    statuses: [{ code: 'advanced', title: text('advanced'), countsNewInPeriod: true }],
  }),
  indicator({ key: 'works.deaths', kind: 'SUM', mergeRule: 'SUM', calendar: 'traffic-month' }),
  indicator({
    key: 'works.meetings',
    kind: 'EVENT_COUNT',
    mergeRule: 'SUM',
    calendar: 'quarter',
    collectionLevel: 'district',
  }),
  indicator({ key: 'works.series', kind: 'SUM', mergeRule: 'NOT_COMPARABLE' }),
  indicator({ key: 'works.weighted', kind: 'SUM', mergeRule: 'SUM', splitRule: 'WEIGHT_POPULATION' }),
  indicator({ key: 'works.index', kind: 'DERIVED', mergeRule: 'NOT_COMPARABLE', calendar: 'year' }),
];

const programs: ProgramContribution['programs'] = ['PRG-90', 'PRG-91'].map((id) => ({
  id,
  kind: 'program',
  title: text(`Program ${id}`),
  quote: `Chương trình ${id}`,
  quoteIsExact: true,
  source: 'I.2.7',
}));

/** The plugin of the tests, and what it may be changed to. */
export const worksPlugin = (indicators: readonly IndicatorDeclaration[] = testIndicators) =>
  definePlugin({
    id: 'works',
    version: '1.0.0',
    core: '^1.0.0',
    title: { vi: 'Công trình', en: 'Works' },
    program: {
      status: 'REGISTERED',
      programs: [...programs],
      indicators: [...indicators],
      targets: [],
      activities: [],
      duties: [],
    },
  });

/** Codes of the 17 units of the district; the first is the town. */
export const codes = Array.from({ length: 17 }, (_, n) => String(26248 + 3 * n));

/** A figure for each of them, or for those that are given one. */
export const everywhere = (
  key: string,
  period: string,
  figure: (n: number) => EnteredFigure[3] | null,
): EnteredFigure[] =>
  codes.flatMap((code, n) => {
    const made = figure(n);
    return made ? [[key, code, period, made] as const] : [];
  });

export interface FiguresBed {
  readonly engine: Engine;
  readonly place: TemporaryDatabase;
  /** Statements of the last operation. */
  readonly statements: number;
  setBusinessDate(date: string): void;
  ask(
    source: string,
    caller?: Caller,
    variables?: Record<string, unknown>,
    locale?: 'vi' | 'en',
  ): Promise<Answer>;
  /** Row id of the unit that carried a code on a day; the day is in 2021 when not given. */
  unit(code: string, on?: string): Promise<number>;
  /** Global id of the same. */
  unitId(code: string, on?: string): Promise<string>;
  /** Somebody who holds permissions over the subtree of a unit, of one program or all. */
  holder(
    userId: number,
    permissions: readonly string[],
    code: string,
    program?: string | null,
  ): Promise<Caller>;
  /** Writes figures past all rules: `[indicator, unit code, period, figure]`. */
  enter(figures: readonly EnteredFigure[], on?: string): Promise<void>;
  /** The aggregate of the district, unless others are asked for. */
  aggregate(
    request: Partial<AggregateRequest> & { indicator: string; period: string },
    businessDate?: string,
  ): Promise<Aggregate>;
  session<T>(work: (session: Session) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

/** What of a plugin decides what a freshly started database holds. */
const contentOf = ({ id, program, data }: Plugin) => [id, program, data?.migrations];

export type EnteredFigure = readonly [
  indicator: string,
  unit: string,
  period: string,
  figure: {
    value?: number;
    numerator?: number;
    denominator?: number;
    status?: string;
    state?: string;
    source?: string;
    part?: string;
  },
];

/** @param more Plugins beside core and the one whose figures are entered. */
export async function startFiguresBed(more: readonly Plugin[] = []): Promise<FiguresBed> {
  const clock = { businessDate: '2021-10-15', now: () => new Date('2026-11-23T08:00:00Z') };
  const start = (place: { ownerUrl: string; servingUrl: string }): Promise<Engine> =>
    Engine.start({
      plugins: [corePlugin, worksPlugin(), ...more],
      database: { ownerUrl: place.ownerUrl, servingUrl: place.servingUrl, poolSize: 4 },
      clock,
      log: (message, facts) => {
        if (message === 'internal error') console.error(facts?.['error']);
      },
    });
  const place = await createTemporaryDatabase({
    key: `figures${createHash('sha256')
      .update(JSON.stringify([corePlugin.data!.migrations, testIndicators, more.map(contentOf)]))
      .digest('hex')
      .slice(0, 16)}`,
    base: nationTemplate([corePlugin]),
    prepare: async (template) => (await start(template)).stop(),
  });
  const engine = await start(place);
  const { database } = engine;
  const transaction = database.transaction.bind(database);
  let statements = 0;
  database.transaction = (options, work) =>
    transaction(options, async (session) => {
      const result = await work(session);
      statements = session.statements;
      return result;
    });
  const unit = async (code: string, on = '2021-06-01'): Promise<number> => {
    const [row] = await place.sql<{ id: number }>(
      `select unit_id::int as id from core.administrative_unit_version
       where code = $1 and superseded_at is null and valid_from <= $2::date and (valid_to is null or valid_to > $2::date)`,
      [code, on],
    );
    if (!row) throw new Error(`No unit carried ${code} on ${on}.`);
    return row.id;
  };
  return {
    engine,
    place,
    get statements() {
      return statements;
    },
    setBusinessDate: (date) => {
      clock.businessDate = date;
    },
    ask: async (source, caller = anonymous, variables = {}, locale = 'en') =>
      JSON.parse(JSON.stringify(await engine.graphql({ source, caller, variables, locale }))) as Answer,
    unit,
    unitId: async (code, on) => encodeGlobalId('AdministrativeUnit', await unit(code, on)),
    holder: async (userId, permissions, code, program = null) => {
      const [row] = await place.sql<{ path: string }>(
        'select path::text as path from core.unit_reach where unit_id = $1 and own order by valid_from desc limit 1',
        [await unit(code)],
      );
      const scope = `${program?.replace('-', '_') ?? 'any'}.${row!.path}`;
      const scopes = Object.fromEntries(
        permissions.map((permission) => [permission, { subtree: [scope], exact: [] }]),
      );
      return {
        userId,
        roles: [],
        permissions: new Set(permissions),
        settings: { ...scopeSettings(scopes), organizations: '', person: String(1_000_000 + userId) },
      };
    },
    enter: async (figures, on = '2021-06-01') => {
      await place.sql(
        `insert into core.data_value (indicator_id, unit_id, period_id, source, disaggregation, value, numerator, denominator, status, state)
         select i.id, v.unit_id, p.id, coalesce(g.source, 'front-report'), coalesce(g.part, ''), g.value, g.numerator, g.denominator, g.status,
           coalesce(g.state, 'PROVISIONAL')
         from json_to_recordset($1::json) as g (indicator text, unit text, period text, value numeric, numerator numeric,
           denominator numeric, status text, state text, source text, part text)
         join core.indicator i on i.key = g.indicator
         join core.period p on p.key = g.period
         join core.administrative_unit_version v on v.code = g.unit and v.superseded_at is null and v.valid_from <= $2::date
           and (v.valid_to is null or v.valid_to > $2::date)`,
        [
          JSON.stringify(
            figures.map(([key, code, period, figure]) => ({ indicator: key, unit: code, period, ...figure })),
          ),
          on,
        ],
      );
    },
    aggregate: async (request, businessDate = '2021-10-15') => {
      const units = [await unit('737')];
      const answer = await database.transaction({ readOnly: true }, (session) =>
        aggregateIndicator({ session, businessDate }, { units, ...request }),
      );
      return answer!;
    },
    session: (work) => database.transaction({ readOnly: true }, work),
    stop: async () => {
      await engine.stop();
      await place.drop();
    },
  };
}
