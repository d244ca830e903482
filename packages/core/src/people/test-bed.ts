/** For tests: a small nation with people in it, over units, organizations, people and access alone. */
import { createHash } from 'node:crypto';
import { createTemporaryDatabase, type TemporaryDatabase } from '@phoihop/database/testing';
import { anonymous, definePlugin, type Caller } from '@phoihop/platform';
import { Engine, encodeGlobalId } from '@phoihop/platform/engine';
import { nationTemplate } from '@phoihop/testing';
import { accessPart } from '../access/access-part.js';
import { loadCaller } from '../access/caller.js';
import { checksPart } from '../checks/checks-part.js';
import { organizationsPart } from '../organizations/organizations-part.js';
import { joinParts, type CorePart } from '../part.js';
import { unitsPart } from '../units/units-part.js';
import { hashPassword } from './passwords.js';
import { peoplePart } from './people-part.js';

export interface Answer {
  readonly data: any;
  readonly errors?: { message: string; path?: unknown; extensions: Record<string, any> }[];
}

export interface TestBed {
  readonly engine: Engine;
  readonly place: TemporaryDatabase;
  readonly issued: { userId: number; sessionVersion: number }[];
  /** The caller a username stands for today; anonymous where it stands for nobody. */
  as(username: string): Promise<Caller>;
  ask(source: string, as?: string | Caller, variables?: Record<string, unknown>): Promise<Answer>;
  /** Global id of a unit by code, of a person or user by username, of a group or organization by key. */
  id(type: string, name: string): Promise<string>;
  stop(): Promise<void>;
}

/** The password of everybody in the test bed. */
export const password = 'tre xanh dau lang';

/**
 * @param options.nation 'small' with the people below, or 'whole': the units of the state lists and nobody.
 */
export async function startTestBed(
  options: { extra?: CorePart[]; nation?: 'small' | 'whole' } = {},
): Promise<TestBed> {
  const { extra = [], nation = 'small' } = options;
  const units = nation === 'whole' ? unitsPart : { ...unitsPart, load: undefined };
  const part = joinParts([checksPart, units, accessPart, organizationsPart, peoplePart, ...extra]);
  const core = definePlugin({
    id: 'core',
    version: '1.0.0',
    title: { vi: 'Lõi', en: 'Core' },
    graphql: { resolvers: part.resolvers, types: part.types, reads: part.reads, extend: part.extend },
    data: {
      entities: part.entities,
      migrations: part.migrations,
      rows: part.rows,
      tables: part.tables,
      temporal: part.temporal,
      asOf: part.asOf,
      load: part.load,
    },
    access: { permissions: part.permissions, grants: part.grants, fields: part.fields },
    problems: part.problems,
    shortNames: part.shortNames,
    translations: { vi: part.vietnamese },
  });
  const issued: TestBed['issued'] = [];
  const issueToken = async (claims: TestBed['issued'][number]) => {
    issued.push(claims);
    return { token: JSON.stringify(claims), expiresAt: new Date('2030-01-01') };
  };
  const start = ({ ownerUrl, servingUrl }: { ownerUrl: string; servingUrl: string }): Promise<Engine> =>
    Engine.start({
      plugins: [core],
      pluginOptions: { core: { issueToken } },
      database: { ownerUrl, servingUrl, poolSize: 4 },
      clock: { businessDate: '2021-10-15', now: () => new Date('2026-11-23T08:00:00Z') },
      log: (message, facts) => {
        if (message === 'internal error') console.error(facts?.['error']);
      },
    });
  const place = await createTemporaryDatabase(
    // Only what several files want is worth being made twice.
    nation === 'small' && extra.length === 0
      ? { key: templateKey(part.migrations), prepare: async (template) => (await start(template)).stop() }
      : nation === 'whole'
        ? nationTemplate([core])
        : undefined,
  );
  const engine = await start(place);
  if (nation === 'small') await fill(place);
  return {
    engine,
    place,
    issued,
    ...askingOf(engine, place),
    stop: () => engine.stop().then(() => place.drop()),
  };
}

const templateKey = (migrations: CorePart['migrations']): string =>
  `people${createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16)}`;

function askingOf(engine: Engine, place: TemporaryDatabase): Pick<TestBed, 'as' | 'ask' | 'id'> {
  const as = async (username: string): Promise<Caller> => {
    const [user] = await place.sql<{ id: number; session_version: number }>(
      'select id::int, session_version from core.user_account where username = $1',
      [username],
    );
    if (!user) throw new Error(`Nobody is called ${username}.`);
    const caller = await loadCaller(engine.servicesFor('core'), {
      userId: user.id,
      sessionVersion: user.session_version,
    });
    return caller ?? anonymous;
  };
  return {
    as,
    ask: async (source, asked = anonymous, variables = {}) => {
      const caller = typeof asked === 'string' ? await as(asked) : asked;
      return JSON.parse(
        JSON.stringify(await engine.graphql({ source, caller, variables, locale: 'en' })),
      ) as Answer;
    },
    id: async (type, name) => {
      const [row] = await place.sql<{ id: number }>(idBy[type]!, [name]);
      if (!row) throw new Error(`There is no ${type} ${name}.`);
      return encodeGlobalId(type, row.id);
    },
  };
}

const idBy: Readonly<Record<string, string>> = {
  AdministrativeUnit: 'select unit_id as id from core.administrative_unit_version where code = $1',
  Person: 'select person_id as id from core.user_account where username = $1',
  User: 'select id from core.user_account where username = $1',
  UnitGroup: 'select id from core.unit_group where key = $1',
  Organization: 'select id from core.organization where key = $1',
  Assignment: `select its.id from core.assignment its join core.user_account on user_account.id = its.user_id
    where user_account.username = $1 order by its.id limit 1`,
};

/**
 * Country > province 75 > districts 737 (communes 26254, 26257, 26260) and 731 (commune 26005); 26254 and 26257 form
 * cluster 1. One person for each account; `twin` is a second account of `clerk`'s person.
 */
async function fill(place: TemporaryDatabase): Promise<void> {
  await place.sql(`
    insert into core.administrative_unit default values;
    insert into core.administrative_unit default values;
    insert into core.administrative_unit default values;
    insert into core.administrative_unit default values;
    insert into core.administrative_unit default values;
    insert into core.administrative_unit default values;
    insert into core.administrative_unit default values;
    insert into core.administrative_unit default values;
    insert into core.administrative_unit_version (unit_id, code, name, full_name, kind, parent_id, valid_from, valid_to) values
      (1, 'VN', 'Việt Nam', 'Việt Nam', 'COUNTRY', null, '1945-09-02', null),
      (2, '75', 'Đồng Nai', 'Tỉnh Đồng Nai', 'PROVINCE', 1, '1976-01-01', null),
      (3, '737', 'Trảng Bom', 'Huyện Trảng Bom', 'DISTRICT', 2, '2003-01-01', '2025-07-01'),
      (4, '731', 'Biên Hòa', 'Thành phố Biên Hòa', 'PROVINCIAL_CITY', 2, '1976-01-01', '2025-07-01'),
      (5, '26254', 'Cây Gáo', 'Xã Cây Gáo', 'COMMUNE', 3, '2003-01-01', '2025-07-01'),
      (6, '26257', 'Bàu Hàm', 'Xã Bàu Hàm', 'COMMUNE', 3, '2003-01-01', '2025-07-01'),
      (7, '26260', 'Sông Thao', 'Xã Sông Thao', 'COMMUNE', 3, '2003-01-01', '2025-07-01'),
      (8, '26005', 'Tân Hòa', 'Phường Tân Hòa', 'WARD', 4, '2003-01-01', '2025-07-01');
    select core.rebuild_unit_reach();
    insert into core.organization (key) values ('front-district'), ('farmers-union');
    insert into core.organization_version (organization_id, name, kind, unit_id, valid_from) values
      (1, 'Ủy ban MTTQ Việt Nam huyện Trảng Bom', 'FRONT_COMMITTEE', 3, '2003-01-01'),
      (2, 'Hội Nông dân huyện Trảng Bom', 'SOCIO_POLITICAL_ORGANIZATION', 3, '2003-01-01');
    insert into core.unit_group (key, name_vi, name_en, purpose, year, unit_id, valid_from, valid_to)
      values ('cluster-1', 'Cụm 1', 'Cluster 1', 'EMULATION', 2021, 3, '2021-01-01', '2022-01-01');
    insert into core.unit_group_member (group_id, unit_id, valid_from) values (1, 5, '2021-01-01'), (1, 6, '2021-01-01');
  `);
  const people: [username: string, unit: number, role: string | null, over: Partial<Over>][] = [
    ['admin', 3, 'district-administrator', { unit: 3 }],
    ['standing', 3, 'district-standing', { unit: 3 }],
    ['officer', 3, 'district-officer', { group: 1 }],
    ['clerk', 5, 'commune-clerk', { unit: 5 }],
    ['chair', 5, 'commune-standing', { unit: 5 }],
    ['neighbor', 6, 'commune-clerk', { unit: 6 }],
    ['foreigner', 8, 'commune-clerk', { unit: 8 }],
    ['farmers', 3, 'member-representative', { unit: 3, organization: 2, organizationPrograms: true }],
    ['auditor', 3, 'auditor', { unit: 3 }],
    ['insurer', 3, 'district-administrator', { unit: 3, programs: ['PRG-27'] }],
    ['idle', 3, null, {}],
  ];
  const hash = await hashPassword(password);
  for (const [username, unit, role, over] of people) {
    await place.sql(
      `with person as (
         insert into core.person (full_name, phone, unit_id) values ($1, '0251 3866 123', $2) returning id
       ), account as (
         insert into core.user_account (username, person_id) select $3, id from person returning id
       ), credential as (
         insert into core.user_credential (user_id, password_hash) select id, $4 from account
       )
       insert into core.assignment (user_id, role_id, unit_id, group_id, organization_id, organization_programs, programs, reach, valid_from)
       select account.id, role.id, $6, $7, $8, $9, $10, 'SUBTREE', '2021-01-01' from account, core.role where role.code = $5`,
      [
        `Nguyễn Văn ${username}`,
        unit,
        username,
        hash,
        role ?? '',
        over.unit ?? null,
        over.group ?? null,
        over.organization ?? null,
        over.organizationPrograms ?? false,
        over.programs ?? null,
      ],
    );
  }
  await place.sql(
    `insert into core.user_account (username, person_id) select 'twin', person_id from core.user_account where username = 'clerk'`,
  );
}

interface Over {
  unit: number;
  group: number;
  organization: number;
  organizationPrograms: boolean;
  programs: string[];
}

/** SQL: what was Cây Gáo (5) becomes the new commune 9 of the province on 2025-07-01. */
export const becomesBauHam = /* sql */ `
    insert into core.administrative_unit default values;
    insert into core.administrative_unit_version (unit_id, code, name, full_name, kind, parent_id, valid_from)
      values (9, '26254', 'Bàu Hàm', 'Xã Bàu Hàm', 'COMMUNE', 2, '2025-07-01');
    insert into core.administrative_unit_lineage (from_id, to_id, type, effective_on) values (5, 9, 'WHOLE_MERGE', '2025-07-01');
    select core.rebuild_unit_reach()`;
