import type { PluginServices, Session, Translated } from '@phoihop/platform';
import { checksumOf, loadWhereChanged } from '../loading/load-where-changed.js';
import { hashPassword } from '../people/passwords.js';
import { demoAccounts } from './people-accounts.js';
import { demoOrganizations, communeFrontKey } from './people-organizations.js';
import { areasOf, clusterKey, clusters, districtCode, type DemoCommune } from './people-places.js';

/** How one signs in to the demonstration. */
export interface DemoSignIn {
  readonly username: string;
  readonly password: string;
  readonly who: Translated;
}

/** One password for everybody in the demonstration; it guards nothing but invented data. */
const demoPassword = 'Trang-Bom-2021-demo';

/** The communes by name as the list of 2021 writes them, for `demoSignIns`, which asks no database. */
const communeNames: readonly (readonly [code: string, fullName: string])[] = [
  ['26248', 'Thị trấn Trảng Bom'], ['26251', 'Xã Thanh Bình'], ['26254', 'Xã Cây Gáo'], ['26257', 'Xã Bàu Hàm'],
  ['26260', 'Xã Sông Thao'], ['26263', 'Xã Sông Trầu'], ['26266', 'Xã Đông Hoà'], ['26269', 'Xã Bắc Sơn'],
  ['26272', 'Xã Hố Nai 3'], ['26275', 'Xã Tây Hoà'], ['26278', 'Xã Bình Minh'], ['26281', 'Xã Trung Hoà'],
  ['26284', 'Xã Đồi 61'], ['26287', 'Xã Hưng Thịnh'], ['26290', 'Xã Quảng Tiến'], ['26293', 'Xã Giang Điền'],
  ['26296', 'Xã An Viễn'],
]; // prettier-ignore

const communes: readonly DemoCommune[] = communeNames.map(([code, fullName]) => ({
  code,
  fullName,
  name: fullName.replace(/^(Xã|Thị trấn) /, ''),
  kind: fullName.startsWith('Xã') ? 'COMMUNE' : 'TOWN',
}));

/** Everybody one can sign in as, those of the district first. */
export function demoSignIns(): DemoSignIn[] {
  return demoAccounts(communes).map(({ username, who }) => ({ username, password: demoPassword, who }));
}

/**
 * Enters organizations, clusters, residential areas, people and accounts of the demonstration, all flagged `demo`.
 * Repeating it changes nothing; what is missing is added. The state's units are loaded before.
 *
 * @throws Error where the district is not among the units of the business date
 */
export async function loadDemoPeople({ database, clock, log }: PluginServices): Promise<void> {
  const facts = JSON.stringify(rowsToEnter());
  const loaded = await database.asSystem('load the demonstration’s people', (session) =>
    loadWhereChanged(session, {
      key: 'demo-people',
      checksum: checksumOf(facts),
      load: () => enter(session, facts, clock.businessDate),
    }),
  );
  if (loaded === null) return;
  log('demonstration people loaded', {
    organizations: demoOrganizations(communes).length,
    accounts: demoAccounts(communes).length,
  });
}

async function enter(session: Session, facts: string, businessDate: string): Promise<void> {
  // One hash for all: argon2 is slow on purpose, and the password is one.
  const hash = await hashPassword(demoPassword);
  await requireDistrict(session, businessDate);
  for (const statement of statements) {
    await session.query(
      statement,
      statement.includes('$3') ? [facts, businessDate, hash] : [facts, businessDate],
    );
  }
  await session.query('select core.rebuild_unit_reach()');
}

async function requireDistrict(session: Session, day: string): Promise<void> {
  const found = await session.query(
    `select from core.administrative_unit_version where tree = 'ADMIN' and code = $1 and superseded_at is null
      and valid_from <= $2::date and (valid_to is null or valid_to > $2::date)`,
    [districtCode, day],
  );
  if (found.length === 0) {
    throw new Error(
      `The demonstration is about district ${districtCode}, which is not among the units of ${day}: load the state lists first, or set BUSINESS_DATE to a day of 2021.`,
    );
  }
}

/** All rows, units named by code and everything else by key. */
function rowsToEnter() {
  const organizations = demoOrganizations(communes);
  return {
    areas: communes.flatMap(areasOf),
    organizations,
    relations: organizations.flatMap(({ key: from, relation }) => (relation ? [{ from, ...relation }] : [])),
    groups: clusters.map(({ number, communes: [lead] }) => ({
      key: clusterKey(number),
      nameVi: `Cụm thi đua số ${number}`,
      nameEn: `Emulation cluster ${number}`,
      unit: districtCode,
      lead: communeFrontKey(lead!),
    })),
    members: clusters.flatMap(({ number, communes: members }) =>
      members.map((unit) => ({ group: clusterKey(number), unit })),
    ),
    accounts: demoAccounts(communes).map((account, index) => ({
      ...account,
      // Numbers and addresses that cannot be anybody's.
      phone: `0251 0000 ${String(index + 1).padStart(3, '0')}`,
      email: `${account.username}@trangbom.example`,
    })),
  };
}

/** The unit that carries a code on the business date ($2), with the days of its version. */
const unitsByCode = /* sql */ `
units as (
  select unit_id, code, valid_from, valid_to from core.administrative_unit_version
   where tree = 'ADMIN' and superseded_at is null
     and valid_from <= $2::date and (valid_to is null or valid_to > $2::date)
)`;

const statements: readonly string[] = [
  // Residential areas, as long as their commune is what it is.
  /* sql */ `
  with ${unitsByCode},
  given as (
    select area.*, parent.unit_id as parent_id, parent.valid_from, parent.valid_to
      from json_to_recordset($1::json -> 'areas') as area (key text, commune text, code text, name text, "fullName" text)
      join units parent on parent.code = area.commune
  ),
  made as (
    insert into core.administrative_unit (reference_key, demo)
    select key, true from given where not exists (select from core.administrative_unit unit where unit.reference_key = given.key)
    order by code
    returning id, reference_key
  )
  insert into core.administrative_unit_version (unit_id, code, name, full_name, kind, parent_id, valid_from, valid_to)
  select made.id, given.code, given.name, given."fullName", 'RESIDENTIAL_AREA', given.parent_id, given.valid_from, given.valid_to
    from made join given on given.key = made.reference_key`,
  /* sql */ `
  with ${unitsByCode},
  given as (
    select organization.*, units.unit_id, units.valid_from, units.valid_to
      from json_to_recordset($1::json -> 'organizations') as organization (key text, name text, "shortName" text, kind text, unit text)
      join units on units.code = organization.unit
  ),
  made as (
    insert into core.organization (key, demo) select key, true from given order by key
    on conflict (key) do nothing
    returning id, key
  )
  insert into core.organization_version (organization_id, name, short_name, kind, unit_id, valid_from, valid_to)
  select made.id, given.name, given."shortName", given.kind, given.unit_id, given.valid_from, given.valid_to
    from made join given on given.key = made.key`,
  /* sql */ `
  insert into core.organization_relation (from_id, to_id, type, valid_from, valid_to)
  select first.id, second.id, given.type, greatest(its.valid_from, whose.valid_from), least(its.valid_to, whose.valid_to)
    from json_to_recordset($1::json -> 'relations') as given ("from" text, type text, "to" text)
    join core.organization first on first.key = given."from" and first.demo
    join core.organization second on second.key = given."to"
    join core.organization_version its on its.organization_id = first.id and its.superseded_at is null
    join core.organization_version whose on whose.organization_id = second.id and whose.superseded_at is null
     and daterange(whose.valid_from, whose.valid_to) && daterange(its.valid_from, its.valid_to)
   where $2::date is not null
     and not exists (
       select from core.organization_relation known
        where known.from_id = first.id and known.to_id = second.id and known.type = given.type)`,
  /* sql */ `
  with ${unitsByCode},
  made as (
    insert into core.unit_group (key, name_vi, name_en, purpose, year, unit_id, lead_id, valid_from, valid_to, demo)
    select given.key, given."nameVi", given."nameEn", 'EMULATION', 2021, units.unit_id, lead.id, '2021-01-01', '2022-01-01', true
      from json_to_recordset($1::json -> 'groups') as given (key text, "nameVi" text, "nameEn" text, unit text, lead text)
      join units on units.code = given.unit
      join core.organization lead on lead.key = given.lead
     order by given.key
    on conflict (key) do nothing
    returning id, key
  )
  insert into core.unit_group_member (group_id, unit_id, valid_from, valid_to)
  select made.id, units.unit_id, '2021-01-01', '2022-01-01'
    from json_to_recordset($1::json -> 'members') as given ("group" text, unit text)
    join made on made.key = given."group"
    join units on units.code = given.unit`,
  // People, in the order of their accounts, so that a person is matched to the account by it.
  /* sql */ `
  with ${unitsByCode},
  given as (
    select account.*, home.unit_id as home_id, row_number() over (order by account.username) as position
      from json_to_recordset($1::json -> 'accounts') as account (username text, "fullName" text, phone text, email text, home text)
      join units home on home.code = account.home
     where not exists (select from core.user_account known where known.username_key = core.search_key(account.username))
  ),
  people as (
    insert into core.person (full_name, phone, email, unit_id, demo)
    select "fullName", phone, email, home_id, true from given order by position
    returning id, email
  ),
  accounts as (
    insert into core.user_account (username, person_id, demo)
    select given.username, people.id, true from given join people on people.email = given.email order by given.position
    returning id
  )
  insert into core.user_credential (user_id, password_hash) select id, $3 from accounts`,
  /* sql */ `
  with ${unitsByCode}
  insert into core.assignment (user_id, role_id, organization_id, unit_id, group_id, reach, programs, organization_programs, valid_from, demo)
  select account.id, role.id, organization.id, units.unit_id, its_group.id, given.reach, given.programs, given."organizationPrograms", '2021-01-01', true
    from json_to_recordset($1::json -> 'accounts') as given
      (username text, role text, organization text, unit text, "group" text, reach text, programs text[], "organizationPrograms" boolean)
    join core.user_account account on account.username = given.username and account.demo
    join core.role role on role.code = given.role
    left join core.organization organization on organization.key = given.organization
    left join units on units.code = given.unit
    left join core.unit_group its_group on its_group.key = given."group"
   where not exists (select from core.assignment known where known.user_id = account.id)
   order by account.id`,
];
