import { GraphQLString } from 'graphql';
import { allow, extend, list, many, one, type AccessRule, type CustomFilter } from '@phoihop/platform';
import { appointing, roles } from '../access/roles.js';
import { validOn } from '../filters/valid-on.js';
import { Organization } from '../organizations/organization.js';
import { UnitGroup } from '../organizations/unit-group.js';
import type { CorePart } from '../part.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { AssignmentResolver } from './assignment.resolver.js';
import { Assignment } from './assignment.js';
import { loadRoles } from './load-roles.js';
import { MeResolver } from './me.resolver.js';
import { peopleMigration } from './migration.js';
import { PersonResolver } from './person.resolver.js';
import { Person } from './person.js';
import { Role } from './role.js';
import { peopleRows, peopleTables } from './rows.js';
import { SignInResolver } from './sign-in.resolver.js';
import { UserResolver } from './user.resolver.js';
import { User } from './user.js';
import { peopleVietnamese } from './vietnamese.js';
import { roleLabels } from './labels.js';

const search: CustomFilter = {
  type: GraphQLString,
  description: 'Only people whose name contains this; accents and case do not matter.',
  sql: (row, parameter) => `${row}.search_key like '%' || core.search_key(${parameter}) || '%'`,
};

const onDay = validOn({
  en: 'Only assignments whose time includes this day, also where they were revoked.',
  vi: 'Chỉ những phân công có hiệu lực vào ngày này (kể cả đã bị thu hồi).',
});

const signedIn = allow.signedIn();
const managesUsers = allow.permission('core:user.manage');
const mayAppointSomebody = allow.anyOf(
  managesUsers,
  ...[...new Set(roles.flatMap(({ appoints }) => appoints))].map((role) =>
    allow.permission(appointing(role)),
  ),
);
/** What a sign-in answers is about whoever has just proved who they are. */
const proved: AccessRule = allow.public(
  'Answered only to whoever gave the right password, about themselves.',
);

/** People, their accounts, the roles they hold, and signing in. */
export const peoplePart: CorePart = {
  entities: [Person, User, Role, Assignment],
  resolvers: [AssignmentResolver, MeResolver, PersonResolver, SignInResolver, UserResolver],
  migrations: [peopleMigration],
  rows: peopleRows,
  tables: peopleTables,
  reads: {
    people: list(Person, {
      description:
        'The people one may see: oneself, and those of units over which one may read personal data.',
      filter: ['unit', 'demo'],
      filters: { search },
      order: ['fullName'],
    }),
    users: list(User, {
      description: 'The accounts of the people one may see.',
      filter: ['person', 'demo'],
      order: ['username'],
    }),
    role: one(Role, { by: 'code', description: 'The role with this lasting name for machines.' }),
    roles: list(Role, { description: 'The roles someone can be given.', order: ['code'] }),
    assignments: list(Assignment, {
      description: 'Who holds which role, of the people one may see.',
      filter: ['user', 'role', 'organization', 'unit', 'group'],
      filters: { validOn: onDay },
      order: ['validFrom'],
    }),
  },
  extend: [
    roleLabels,
    extend(Person, {
      users: many(User, 'person', {
        description: 'The accounts of the person; mostly one.',
        order: ['username'],
      }),
    }),
    extend(User, {
      assignments: many(Assignment, 'user', {
        description: 'The roles the account holds, has held or will hold.',
        filter: ['role'],
        filters: { validOn: onDay },
        order: ['validFrom'],
      }),
    }),
    extend(Organization, {
      assignments: many(Assignment, 'organization', {
        description: 'Who holds which role for the organization, of the people one may see.',
        filters: { validOn: onDay },
        order: ['validFrom'],
      }),
    }),
    extend(UnitGroup, {
      assignments: many(Assignment, 'group', {
        description: 'Who holds which role over the group, of the people one may see.',
        filters: { validOn: onDay },
        order: ['validFrom'],
      }),
    }),
    extend(AdministrativeUnit, {
      people: many(Person, 'unit', {
        description: 'The people whose record the unit keeps, of those one may see.',
        filters: { search },
        order: ['fullName'],
      }),
      assignments: many(Assignment, 'unit', {
        description: 'Who holds which role over the unit itself, of the people one may see.',
        filters: { validOn: onDay },
        order: ['validFrom'],
      }),
    }),
  ],
  fields: {
    Person: signedIn,
    User: signedIn,
    Role: signedIn,
    Assignment: signedIn,
    Me: signedIn,
    HeldPermission: signedIn,
    PermissionScope: signedIn,
    SignIn: proved,
    SignedInUser: proved,
    'Person.users': signedIn,
    'User.assignments': signedIn,
    'Organization.assignments': signedIn,
    'UnitGroup.assignments': signedIn,
    'AdministrativeUnit.people': signedIn,
    'AdministrativeUnit.assignments': signedIn,
    'Query.me': allow.public(
      'A client asks it to learn whether anybody is signed in; it answers null where nobody is.',
    ),
    'Query.people': signedIn,
    'Query.users': signedIn,
    'Query.role': signedIn,
    'Query.roles': signedIn,
    'Query.assignments': signedIn,
    'Mutation.signIn': allow.public('Whoever signs in is not signed in yet.'),
    'Mutation.changeOwnPassword': signedIn,
    'Mutation.revokeSessions': signedIn,
    'Mutation.createPerson': managesUsers,
    'Mutation.createUser': managesUsers,
    'Mutation.resetPassword': managesUsers,
    'Mutation.setUserDisabled': managesUsers,
    'Mutation.createAssignment': mayAppointSomebody,
    'Mutation.endAssignment': mayAppointSomebody,
  },
  problems: {
    SIGN_IN_FAILED: {
      vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
      en: 'The username or the password is not right.',
    },
    PASSWORD_WEAK: {
      vi: 'Mật khẩu chưa đủ mạnh ({reason}): cần {allowed} ký tự, không thuộc loại thường gặp và không chứa tên đăng nhập.',
      en: 'The password is too easy to guess ({reason}): {allowed} characters, none of the most common, not the username.',
      says: {
        reason: {
          LENGTH: { vi: 'độ dài', en: 'length' },
          COMMON: { vi: 'quá thông dụng', en: 'too common' },
          REPEATED: { vi: 'lặp ký tự', en: 'repeated characters' },
          USERNAME: { vi: 'chứa tên đăng nhập', en: 'contains the username' },
        },
      },
    },
    ROLE_NOT_GRANTABLE: {
      vi: 'Bạn không được phân công hoặc thay đổi vai trò {given} tại đây. Các vai trò được phép: {allowed}.',
      en: 'You may not give or take the role {given} here. You may give: {allowed}.',
    },
    SELF_APPOINTMENT: {
      vi: 'Không ai tự phân công hoặc tự kết thúc vai trò của chính mình.',
      en: 'Nobody gives or takes a role of their own.',
    },
  },
  vietnamese: peopleVietnamese,
  load: loadRoles,
};
