import { readFile } from 'node:fs/promises';
import type { PluginServices } from '@phoihop/platform';

/** A title or form of reward as its file has it. */
export interface HonorDeclaration {
  readonly code: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly subject: string;
  readonly neededShare: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly legalBasis: string;
  readonly note: string | null;
}

const listOf = async (name: string): Promise<readonly HonorDeclaration[]> => {
  const file = new URL(`../../data/${name}.json`, import.meta.url);
  return (JSON.parse(await readFile(file, 'utf8')) as { list: HonorDeclaration[] }).list;
};

export const readTitles = (): Promise<readonly HonorDeclaration[]> => listOf('titles');
export const readRewardForms = (): Promise<readonly HonorDeclaration[]> => listOf('reward-forms');

/** Loads both lists: ids stay, because registrations and proposals refer to them; what the law gave up gets a `validTo`. */
export async function loadHonors({ database }: Pick<PluginServices, 'database'>): Promise<void> {
  const titles = JSON.stringify(await readTitles());
  const forms = JSON.stringify(await readRewardForms());
  await database.asSystem('load titles and forms of reward', async (session) => {
    await session.query(upsert('title'), [titles]);
    await session.query(upsert('reward_form'), [forms]);
  });
}

const upsert = (table: 'title' | 'reward_form'): string => /* sql */ `
insert into emulation_awards.${table} (code, title_vi, title_en, subject, needed_share, valid_from, valid_to, legal_basis, note)
select code, "titleVi", "titleEn", subject, "neededShare", "validFrom", "validTo", "legalBasis", note
  from jsonb_to_recordset($1::jsonb) as given (code text, "titleVi" text, "titleEn" text, subject text, "neededShare" numeric,
    "validFrom" date, "validTo" date, "legalBasis" text, note text)
on conflict (code, subject, valid_from) do update set title_vi = excluded.title_vi, title_en = excluded.title_en,
  needed_share = excluded.needed_share, valid_to = excluded.valid_to, legal_basis = excluded.legal_basis, note = excluded.note`;
