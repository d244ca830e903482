import type { PluginServices } from '@phoihop/platform';
import { roles } from '../access/roles.js';

/** Enters the roles, and corrects titles that have changed; a role that is gone stays for those who held it. */
export async function loadRoles({ database }: PluginServices): Promise<void> {
  await database.asSystem('load the roles', (session) =>
    session.query(
      `insert into core.role (code, title_vi, title_en)
       select code, "titleVi", "titleEn"
         from json_to_recordset($1::json) as given (code text, "titleVi" text, "titleEn" text)
       on conflict (code) do update set title_vi = excluded.title_vi, title_en = excluded.title_en
         where (role.title_vi, role.title_en) is distinct from (excluded.title_vi, excluded.title_en)`,
      [JSON.stringify(roles.map(({ code, title }) => ({ code, titleVi: title.vi, titleEn: title.en })))],
    ),
  );
}
