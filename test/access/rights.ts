/**
 * Who holds what where, worked out once more from assignments and the tree, without core's code: two answers that
 * must agree.
 */
import { permissionsByRole } from '@phoihop/platform/engine';
import { NOBODY, type World } from './world.js';

/** What a person holds by one assignment over one unit. */
interface Holding {
  readonly permissions: ReadonlySet<string>;
  /** Ids of units from the root down. */
  readonly path: string;
  readonly exact: boolean;
  /** Null for all. */
  readonly programs: ReadonlySet<string> | null;
}

/** Somebody with all rights on a day. */
export interface Who {
  readonly name: string;
  readonly userId: number | null;
  readonly personId: number | null;
  readonly organizations: ReadonlySet<number>;
  readonly holdings: readonly Holding[];
}

interface Standing {
  readonly path: string;
  readonly own: boolean;
  readonly from: string;
  readonly to: string | null;
}

interface Given {
  readonly username: string;
  readonly user_id: number;
  readonly person_id: number;
  readonly role: string;
  readonly reach: string;
  readonly organization_id: number | null;
  readonly programs: string[] | null;
  readonly units: number[];
}

/** The rights of everybody on a day. */
export class Rights {
  private constructor(
    readonly date: string,
    private readonly given: readonly Given[],
    private readonly accounts: ReadonlyMap<string, { user_id: number; person_id: number }>,
    private readonly standings: ReadonlyMap<number, readonly Standing[]>,
    private readonly permissions: ReadonlyMap<string, ReadonlySet<string>>,
  ) {}

  static async on(world: World, date: string): Promise<Rights> {
    const given = await world.sql<Given>(assignments, [date]);
    const accounts = await world.sql<{ username: string; user_id: number; person_id: number }>(
      'select username, id::int as user_id, person_id::int from core.user_account where disabled_at is null',
    );
    const reaches = await world.sql<Standing & { unit_id: number }>(
      `select unit_id::int, path::text, own, valid_from::text as "from", valid_to::text as "to" from core.unit_reach order by valid_from`,
    );
    const standings = new Map<number, Standing[]>();
    for (const { unit_id: unit, ...standing } of reaches)
      standings.set(unit, [...(standings.get(unit) ?? []), standing]);
    return new Rights(
      date,
      given,
      new Map(accounts.map((account) => [account.username, account])),
      standings,
      permissionsByRole(world.bed.engine.composition.plugins),
    );
  }

  who(name: string): Who {
    const account = this.accounts.get(name);
    if (!account && name !== NOBODY) throw new Error(`Nobody is called ${name}.`);
    const mine = this.given
      .filter(({ username }) => username === name)
      .map((one) => ({
        ...one,
        paths: one.units.flatMap((unit) => this.ownPath(unit) ?? []),
      }))
      .filter(({ paths, programs }) => paths.length > 0 && programs?.length !== 0);
    return {
      name,
      userId: account?.user_id ?? null,
      personId: account?.person_id ?? null,
      organizations: new Set(mine.flatMap((one) => one.organization_id ?? [])),
      holdings: mine.flatMap(({ role, reach, programs, paths }) =>
        paths.map((path) => ({
          permissions: this.permissions.get(role)!,
          path,
          exact: reach === 'EXACT',
          programs: programs && new Set(programs),
        })),
      ),
    };
  }

  /** Whether somebody holds a permission over a unit, or over what its history leads into. */
  sees(who: Who, permission: string, unit: number | null, program: string | null): boolean {
    if (unit === null) return false;
    const inherited = (this.standings.get(unit) ?? []).filter(({ own }) => !own).map(({ path }) => path);
    const own = this.ownPath(unit) ?? this.lastPath(unit);
    return who.holdings.some(
      (holding) =>
        reachesProgram(holding, permission, program) &&
        ((own !== undefined && covers(holding, own)) ||
          (!holding.exact && inherited.some((path) => covers(holding, path)))),
    );
  }

  /** Whether somebody holds a permission over a unit that exists on the day. */
  changes(who: Who, permission: string, unit: number | null, program: string | null): boolean {
    const own = unit === null ? undefined : this.ownPath(unit);
    return (
      own !== undefined &&
      who.holdings.some((holding) => reachesProgram(holding, permission, program) && covers(holding, own))
    );
  }

  /** Whether somebody holds a permission over all that a unit which has ended became. */
  takesOver(who: Who, permission: string, unit: number, program: string | null): boolean {
    const standings = this.standings.get(unit) ?? [];
    const lasts = standings.some(({ own, to }) => own && (to === null || to > this.date));
    const heirs = standings.filter(
      ({ own, from, to }) => !own && from <= this.date && (to === null || to > this.date),
    );
    return (
      !lasts &&
      heirs.length > 0 &&
      heirs.every(({ path }) =>
        who.holdings.some(
          (holding) =>
            !holding.exact && reachesProgram(holding, permission, program) && covers(holding, path),
        ),
      )
    );
  }

  /** The last day of a unit; null while it goes on. */
  lastDay(unit: number): string | null {
    const ends = (this.standings.get(unit) ?? []).filter(({ own }) => own).map(({ to }) => to);
    return ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
  }

  /** Whether somebody holds a permission over anything at all, of a program if one is named. */
  holds(who: Who, permission: string, program?: string): boolean {
    return who.holdings.some(
      ({ permissions, programs }) =>
        permissions.has(permission) && (program === undefined || programs === null || programs.has(program)),
    );
  }

  /** What rights see of where a unit stands: units of the same place are alike for all of these people. */
  placeOf(unit: number | null, people: readonly Who[]): string {
    if (unit === null) return 'nowhere';
    const own = this.ownPath(unit) ?? this.lastPath(unit);
    const inherited = (this.standings.get(unit) ?? []).filter((standing) => !standing.own);
    const bits = people.flatMap(({ holdings }) =>
      holdings.map((holding) =>
        [own, ...inherited.map(({ path }) => path)]
          .map((path) => (path && covers(holding, path) ? 1 : 0))
          .join(''),
      ),
    );
    return `${this.ownPath(unit) ? 'stands' : 'ended'} ${bits.join(' ')}`;
  }

  private ownPath(unit: number): string | undefined {
    return this.standings
      .get(unit)
      ?.find(({ own, from, to }) => own && from <= this.date && (to === null || to > this.date))?.path;
  }

  /** Where a unit that has ended stood last, or one that is to come will stand. */
  private lastPath(unit: number): string | undefined {
    const own = (this.standings.get(unit) ?? []).filter((standing) => standing.own);
    return (own.findLast(({ from }) => from <= this.date) ?? own[0])?.path;
  }
}

const reachesProgram = (
  { permissions, programs }: Holding,
  permission: string,
  program: string | null,
): boolean =>
  permissions.has(permission) && (programs === null || (program !== null && programs.has(program)));

const covers = ({ path, exact }: Holding, place: string): boolean =>
  place === path || (!exact && place.startsWith(`${path}.`));

const assignments = /* sql */ `
select account.username, account.id::int as user_id, account.person_id::int, role.code as role, its.reach, its.organization_id::int,
  case when its.organization_programs then array(
      select distinct participant.program from core.program_participant participant
       where participant.organization_id = its.organization_id
         and participant.valid_from <= $1::date and (participant.valid_to is null or participant.valid_to > $1::date))
    else its.programs end as programs,
  case when its.unit_id is not null then array[its.unit_id::int] else array(
      select member.unit_id::int from core.unit_group_member member join core.unit_group formed on formed.id = member.group_id
       where member.group_id = its.group_id
         and member.valid_from <= $1::date and (member.valid_to is null or member.valid_to > $1::date)
         and formed.valid_from <= $1::date and (formed.valid_to is null or formed.valid_to > $1::date)) end as units
from core.assignment its
join core.user_account account on account.id = its.user_id and account.disabled_at is null
join core.role on role.id = its.role_id
where its.revoked_at is null and its.valid_from <= $1::date and (its.valid_to is null or its.valid_to > $1::date)`;
