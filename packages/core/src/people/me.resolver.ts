import type { RequestContext } from '@phoihop/platform';
import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { permissionTitle } from '../access/role-permissions.js';
import { scopesOf, unitOf, type ScopeReach } from '../access/scopes.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { AssignmentReach } from './assignment-reach.js';
import { Assignment } from './assignment.js';
import { Person } from './person.js';
import { User } from './user.js';

@ObjectType({ description: 'Where a permission is held: one unit or what is below it, one program or all.' })
export class PermissionScope {
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit from which it reaches.' })
  unit!: unknown;

  @Field(() => AssignmentReach, { description: 'Whether what is below the unit is meant too.' })
  reach!: ScopeReach;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the program, as "PRG-27"; null for all programs.',
  })
  program!: string | null;
}

@ObjectType({ description: 'Something one may do, and where.' })
export class HeldPermission {
  @Field(() => String, { description: 'Lasting name of the permission: "core:value.record".' })
  permission!: string;

  @Field(() => String, { description: 'What it lets one do, in the language of the caller.' })
  title!: string;

  @Field(() => [PermissionScope], {
    description: 'The units and programs over which it is held; one of them is enough.',
  })
  scopes!: PermissionScope[];
}

@ObjectType({ description: 'Oneself: who one is and what one may do on the business date.' })
export class Me {
  @Field(() => User, { nullable: true, description: 'The account one is signed in with.' })
  user!: unknown;

  @Field(() => Person, { nullable: true, description: 'The person whose account it is.' })
  person!: unknown;

  @Field(() => [Assignment], { nullable: true, description: 'The roles one holds on the business date.' })
  assignments!: unknown[];

  @Field(() => [HeldPermission], {
    nullable: true,
    description:
      'What one may do by all of these roles and all installed plugins; a client can hide the rest.',
  })
  permissions!: HeldPermission[];
}

@Resolver()
export class MeResolver {
  @Query(() => Me, {
    nullable: true,
    description: 'Who one is, with roles and permissions; null where nobody is signed in.',
  })
  async me(@Ctx() context: RequestContext): Promise<Me | null> {
    const { caller, session, clock } = context;
    if (caller.userId === null) return null;
    const [account] = await session.query<{ person_id: number; assignments: number[] }>(
      `select account.person_id, array(
          select its.id from core.assignment its
           where its.user_id = account.id and its.revoked_at is null
             and its.valid_from <= $2::date and (its.valid_to is null or its.valid_to > $2::date)
           order by its.id) as assignments
         from core.user_account account where account.id = $1`,
      [caller.userId, clock.businessDate],
    );
    if (!account) return null;
    return {
      user: caller.userId,
      person: account.person_id,
      assignments: account.assignments,
      permissions: held(context),
    };
  }
}

function held(context: RequestContext): HeldPermission[] {
  const { plugins } = context.services('core');
  return [...context.caller.permissions].sort().map((permission) => ({
    permission,
    title: permissionTitle(plugins, permission)[context.locale],
    scopes: scopesOf(context.caller, permission).map((scope) => ({
      unit: unitOf(scope),
      reach: scope.reach,
      program: scope.program,
    })),
  }));
}
