import { readEntries, validity, z } from '@phoihop/core';
import type { PluginServices } from '@phoihop/platform';

/** A group as `data/participant-groups.json` has it. */
const declaration = {
  code: z.string(),
  insurance: z.string(),
  titleVi: z.string(),
  titleEn: z.string(),
  ...validity,
};
export type GroupDeclaration = Readonly<z.infer<z.ZodObject<typeof declaration>>>;

const file = new URL('../../data/participant-groups.json', import.meta.url);

/** The code list of the file. */
export const readGroups = (): Promise<readonly GroupDeclaration[]> =>
  readEntries(file, 'groups', declaration);

/**
 * Loads the code list: what has changed in the file changes in the table, ids stay, because figures refer to them. A
 * group that the law has given up is not taken out of the file but gets a `validTo`.
 */
export async function loadGroups(
  { database }: Pick<PluginServices, 'database'>,
  groups?: readonly GroupDeclaration[],
): Promise<void> {
  const facts = JSON.stringify(groups ?? (await readGroups()));
  await database.asSystem('load the participant groups of social insurance', async (session) => {
    await session.query(
      `insert into social_insurance.participant_group (code, insurance, title_vi, title_en, valid_from, valid_to, legal_basis)
       select code, insurance, "titleVi", "titleEn", "validFrom", "validTo", "legalBasis"
         from jsonb_to_recordset($1::jsonb) as given (code text, insurance text, "titleVi" text, "titleEn" text,
           "validFrom" date, "validTo" date, "legalBasis" text)
       on conflict (code, valid_from) do update set insurance = excluded.insurance, title_vi = excluded.title_vi,
         title_en = excluded.title_en, valid_to = excluded.valid_to, legal_basis = excluded.legal_basis`,
      [facts],
    );
  });
}
