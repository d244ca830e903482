/**
 * The keys of our advisory locks. PostgreSQL knows them only as numbers, one space for a whole database: these spell
 * 'phoihop' in ASCII, and one byte more for what is locked.
 */
const phoihop = 0x70686f69686f70n << 8n;

export const advisoryLock = {
  migrations: String(phoihop + 1n),
  rowSecurity: String(phoihop + 2n),
  servingRole: String(phoihop + 3n),
} as const;
