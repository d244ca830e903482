/** For tests: one person with two accounts. */
import type { ProgramBed } from '@phoihop/testing';

/** Lets an account belong to the person of another, or to its own again. */
export type SamePerson = (account: string, other: string | null) => Promise<unknown>;

export const samePersonIn =
  (bed: ProgramBed): SamePerson =>
  (account, other) =>
    bed.sql(
      `update core.user_account set person_id = coalesce((select person_id from core.user_account where username = $2),
         (select id from core.person where email = $1 || '@trangbom.example')) where username = $1`,
      [account, other],
    );
