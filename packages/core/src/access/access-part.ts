import type { CorePart } from '../part.js';
import { heldScopesMigration } from './held-scopes-migration.js';
import { readScopesMigration } from './read-scopes-migration.js';
import { reachOfTheDayMigration } from './reach-of-the-day-migration.js';
import { rightsVersionMigration, rightsVersionTables } from './rights-version-migration.js';
import { allCorePermissions, coreGrants, roles } from './roles.js';
import { scopesInSetsMigration } from './scopes-in-sets-migration.js';
import { scopesMigration } from './scopes-migration.js';
import { wholeCountryMigration } from './whole-country-migration.js';

/** Who may do what: permissions and roles of core, and the SQL that row rules speak. */
export const accessPart: CorePart = {
  migrations: [
    scopesMigration,
    reachOfTheDayMigration,
    scopesInSetsMigration,
    rightsVersionMigration,
    readScopesMigration,
    wholeCountryMigration,
    heldScopesMigration,
  ],
  tables: rightsVersionTables,
  permissions: allCorePermissions,
  roles: roles.map(({ code }) => code),
  grants: coreGrants,
  problems: {
    OUT_OF_SCOPE: {
      vi: 'Bạn không có quyền “{permission}” tại {given}. Phạm vi được phép: {allowed}.',
      en: 'You do not hold the permission “{permission}” over {given}. You hold it over: {allowed}.',
      says: { permission: 'permission' },
    },
    SAME_PERSON: {
      vi: 'Người nhập {field} không được tự duyệt: cần một người khác thực hiện bước này.',
      en: 'Whoever entered {field} may not approve it: another person has to take this step.',
    },
  },
};
