/**
 * What the database tests of programs, documents, activities, plans and targets share: a graph of the parts they
 * need, with the contributions of all plugins, over a database of their own. Not part of the package's face.
 */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { definePlugin, type Caller, type Locale, type Plugin } from '@phoihop/platform';
import { Engine } from '@phoihop/platform/engine';
import { createTemporaryDatabase, type TemporaryDatabase } from '@phoihop/database/testing';
import { nationTemplate } from '@phoihop/testing';
import { accessPart } from '../access/access-part.js';
import { scopeSettings } from '../access/scopes.js';
import { activitiesPart } from '../activities/activities-part.js';
import { agreementsPart } from '../agreements/agreements-part.js';
import { checksPart } from '../checks/checks-part.js';
import { documentsPart } from '../documents/documents-part.js';
import { indicatorsPart } from '../indicators/indicators-part.js';
import { organizationsPart } from '../organizations/organizations-part.js';
import { peoplePart } from '../people/people-part.js';
import { periodsPart } from '../periods/periods-part.js';
import { plansPart } from '../plans/plans-part.js';
import { targetsPart } from '../targets/targets-part.js';
import { unitsPart } from '../units/units-part.js';
import { valuesPart } from '../values/values-part.js';
import { obligationsPart } from '../obligations/obligations-part.js';
import { qualityPart } from '../quality/quality-part.js';
import { reportsPart } from '../reports/reports-part.js';
import { programsPart } from './programs-part.js';
import { joinParts, type CorePart } from '../part.js';
import type { ProgramContribution } from './contribution.js';

const pluginFolder = join(import.meta.dirname, '../../../../plugins');

/** The parts of core, in the order in which core joins them. */
export const allParts: readonly CorePart[] = [
  unitsPart,
  accessPart,
  organizationsPart,
  peoplePart,
  documentsPart,
  programsPart,
  activitiesPart,
  plansPart,
  periodsPart,
  indicatorsPart,
  valuesPart,
  reportsPart,
  qualityPart,
  obligationsPart,
  agreementsPart,
  targetsPart,
];

/** Every plugin as its contribution alone: what it has beside that is not of interest here. */
export async function contributingPlugins(): Promise<Plugin[]> {
  const ids = readdirSync(pluginFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return Promise.all(
    ids.map(async (id) => {
      const { program } = (await import(join(pluginFolder, id, 'src/program.ts'))) as {
        program: ProgramContribution;
      };
      return definePlugin({
        id,
        version: '1.0.0',
        core: '^1.0.0',
        title: { vi: `Mô-đun ${id}`, en: `Plugin ${id}` },
        program: withoutLists(program),
      });
    }),
  );
}

/** Lists are of entities, and these plugins have none. */
const withoutLists = (program: ProgramContribution): ProgramContribution => ({
  ...program,
  reportLists: undefined,
  reports: program.reports?.map((form) => ({
    ...form,
    sections: form.sections?.filter(({ kind }) => kind !== 'LIST'),
  })),
});

/** Core made of some parts. */
export function coreOf(parts: readonly CorePart[]): Plugin {
  const {
    entities,
    migrations,
    rows,
    tables,
    temporal,
    asOf,
    load,
    types,
    resolvers,
    reads,
    extend,
    answers,
    ...rest
  } = joinParts([checksPart, ...parts]);
  return definePlugin({
    id: 'core',
    version: '1.0.0',
    title: { vi: 'Lõi', en: 'Core' },
    data: { entities, migrations, rows, tables, temporal, asOf, load },
    graphql: { types, resolvers, reads, extend, answers },
    access: { permissions: rest.permissions, grants: rest.grants, fields: rest.fields },
    problems: rest.problems,
    shortNames: rest.shortNames,
    translations: { vi: rest.vietnamese },
  });
}

/** A running graph and the ways tests speak to it. */
export interface TestBed {
  readonly engine: Engine;
  readonly place: TemporaryDatabase;
  /** The answer's data. @throws the first error */
  ask(source: string, as?: Caller, variables?: Record<string, unknown>, locale?: Locale): Promise<any>;
  /** The code and facts of the first error. @throws Error where there is none */
  refused(
    source: string,
    as?: Caller,
    variables?: Record<string, unknown>,
  ): Promise<Record<string, unknown> & { message: string }>;
  /** Somebody who holds permissions over units (with what is below) and programs: `any` or a program's code. */
  caller(
    userId: number,
    permissions: readonly string[],
    over: readonly { code: string; on?: string; program?: string }[],
  ): Promise<Caller>;
  stop(): Promise<void>;
}

export async function startTestBed(options: {
  parts: readonly CorePart[];
  plugins?: readonly Plugin[];
  businessDate?: string;
}): Promise<TestBed> {
  const businessDate = options.businessDate ?? '2021-10-15';
  const plugins = [coreOf(options.parts), ...(options.plugins ?? [])];
  const start = (at: { ownerUrl: string; servingUrl: string }): Promise<Engine> =>
    Engine.start({
      plugins,
      database: { ownerUrl: at.ownerUrl, servingUrl: at.servingUrl },
      clock: { businessDate, now: () => new Date() },
      log: (message, facts) => {
        if (message === 'internal error') console.error(facts?.['error']);
      },
    });
  // Loading the nation's units takes seconds: files that want the same content copy it.
  const place = await createTemporaryDatabase({
    key: contentKey(plugins),
    base: nationTemplate(plugins),
    prepare: async (template) => (await start(template)).stop(),
  });
  const engine = await start(place);
  const run = async (source: string, as?: Caller, variables?: Record<string, unknown>, locale?: Locale) =>
    engine.graphql({ source, caller: as, variables, locale });
  return {
    engine,
    place,
    async ask(source, as, variables, locale = 'vi') {
      const { data, errors } = await run(source, as, variables, locale);
      if (errors) throw errors[0]!;
      return JSON.parse(JSON.stringify(data));
    },
    async refused(source, as, variables) {
      const { errors } = await run(source, as, variables, 'en');
      if (!errors) throw new Error('It was not refused.');
      return { message: errors[0]!.message, ...errors[0]!.extensions };
    },
    async caller(userId, permissions, over) {
      const scopes = await Promise.all(
        over.map(async ({ code, on = businessDate, program = 'any' }) => {
          const [reach] = await place.sql<{ path: string }>(
            `select reach.path::text from core.unit_reach reach
               join core.administrative_unit_version v on v.unit_id = reach.unit_id and v.superseded_at is null and v.code = $1
                and v.valid_from <= $2 and (v.valid_to is null or v.valid_to > $2)
              where reach.own and reach.valid_from <= $2 and (reach.valid_to is null or reach.valid_to > $2)`,
            [code, on],
          );
          return `${program.replace('-', '_')}.${reach!.path}`;
        }),
      );
      const setting = Object.fromEntries(
        permissions.map((permission) => [permission, { subtree: scopes, exact: [] }]),
      );
      return {
        userId,
        roles: [],
        permissions: new Set(permissions),
        settings: { ...scopeSettings(setting), organizations: '' },
      };
    },
    async stop() {
      await engine.stop();
      await place.drop();
    },
  };
}

/** Figures of the communes and towns of Trảng Bom, as if they had reported them. */
export interface ReportedFigures {
  readonly year?: number;
  /** The first so many months of the year. */
  readonly months: number;
  /** Months from the 16th to the 15th. */
  readonly traffic?: boolean;
  readonly state?: 'PROVISIONAL' | 'ACCEPTED';
  /** By position of the unit in the list of codes, and number of the month. */
  readonly value?: (unit: number, month: number) => string;
  readonly numerator?: (unit: number, month: number) => string;
  readonly denominator?: (unit: number, month: number) => string;
}

/** Enters one figure for each of the 17 units and each month, as the owner, from the indicator's first source. */
export async function report(
  { place }: Pick<TestBed, 'place'>,
  indicator: string,
  given: ReportedFigures,
): Promise<void> {
  const {
    year = 2021,
    months,
    traffic = false,
    state = 'PROVISIONAL',
    value,
    numerator,
    denominator,
  } = given;
  const units = await place.sql<{ unit_id: string }>(
    `select v.unit_id from core.administrative_unit_version v join core.administrative_unit_version d on d.unit_id = v.parent_id
      where d.code = '737' and d.superseded_at is null and v.superseded_at is null and v.valid_from <= '2021-06-01' and v.valid_to > '2021-06-01'
      order by v.code`,
  );
  const rows = units.flatMap(({ unit_id }, unit) =>
    Array.from({ length: months }, (_, index) => ({
      unit: unit_id,
      period: `${year}-${traffic ? 'T' : ''}${String(index + 1).padStart(2, '0')}`,
      value: value?.(unit, index + 1) ?? null,
      numerator: numerator?.(unit, index + 1) ?? null,
      denominator: denominator?.(unit, index + 1) ?? null,
    })),
  );
  await place.sql(
    `insert into core.data_value (indicator_id, unit_id, period_id, as_of, program, source, value, numerator, denominator, state)
     select i.id, given.unit, p.id, p.ends_on, i.program, i.sources[1], given.value, given.numerator, given.denominator, $3
       from json_to_recordset($1::json) as given (unit bigint, period text, value numeric, numerator numeric, denominator numeric)
       join core.indicator i on i.key = $2 join core.period p on p.key = given.period`,
    [JSON.stringify(rows), indicator, state],
  );
}

/** What decides what a freshly started database holds. */
function contentKey(composed: readonly Plugin[]): string {
  const facts = composed.map(({ id, program, data }) => [
    id,
    program,
    data?.migrations.map(({ name, up }) => [name, up]),
  ]);
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 24);
}
