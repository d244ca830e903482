import { encodeGlobalId } from '@phoihop/platform/engine';
import type { Caller } from '@phoihop/platform';
import type { Answer } from '@phoihop/testing';
import type { World } from './world.js';

/** Ways to name people and to give them roles, as tests of rights do. */
export interface Appointing {
  userId(username: string): Promise<string>;
  personId(username: string): Promise<string>;
  idByKey(type: string, table: string, key: string): Promise<string>;
  /** Gives a role as somebody: what was answered. */
  appoint(as: string | Caller, input: Record<string, unknown>): Promise<Answer>;
  /** Everybody’s roles: what must not grow by what is refused. */
  assignments(): Promise<number>;
  /** Makes an account with one role, past all rules. */
  make(username: string, role: string, over: Over): Promise<void>;
}

/** Where, for what and when a role is held. */
export interface Over {
  readonly unit?: number;
  readonly programs?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

export function appointingIn(world: () => World): Appointing {
  const idOf = async (type: string, sql: string, name: string): Promise<string> =>
    encodeGlobalId(type, await world().value(sql, [name]));
  return {
    userId: (username) => idOf('User', 'select id::int from core.user_account where username = $1', username),
    personId: (username) =>
      idOf('Person', 'select person_id::int from core.user_account where username = $1', username),
    idByKey: (type, table, key) => idOf(type, `select id::int from ${table} where key = $1`, key),
    appoint: (as, input) =>
      world().ask(
        'mutation ($input: CreateAssignmentInput!) { createAssignment(input: $input) { id version role { code } } }',
        as,
        { input },
      ),
    assignments: () => world().value('select count(*)::int from core.assignment'),
    make: async (username, role, over) => {
      await world().sql(
        `with person as (insert into core.person (full_name, unit_id) values ($1, $2) returning id),
          account as (insert into core.user_account (username, person_id) select $1, id from person returning id)
         insert into core.assignment (user_id, role_id, unit_id, programs, reach, valid_from, valid_to)
         select account.id, role.id, $4, $5, 'SUBTREE', $6, $7 from account, core.role where role.code = $3`,
        [
          username,
          await world().unit('737'),
          role,
          over.unit ?? null,
          over.programs ?? null,
          over.from ?? '2021-01-01',
          over.to ?? null,
        ],
      );
    },
  };
}
