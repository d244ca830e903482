import { readFile } from 'node:fs/promises';
import type { PluginServices } from '@phoihop/platform';

/** A rule as `data/poll-rules.json` has it. */
export interface PollRuleDeclaration {
  readonly scope: string;
  readonly level: string;
  readonly minimumCoverage: string;
  readonly sampleUpTo: string | null;
  readonly minimumApproval: string;
  readonly approvalAbove: boolean;
  readonly validFrom: string;
  /** The first day on which it is no longer in force. */
  readonly validTo: string | null;
  readonly legalBasis: string;
  readonly toBeChecked: boolean;
  readonly note: string | null;
}

const read = async <T>(file: string): Promise<T> =>
  JSON.parse(await readFile(new URL(`../../data/${file}.json`, import.meta.url), 'utf8')) as T;

/** The rules of the file. */
export const readPollRules = async (): Promise<readonly PollRuleDeclaration[]> =>
  (await read<{ rules: PollRuleDeclaration[] }>('poll-rules')).rules;

/** Loads rules and questions of polls: what has changed in the files changes in the tables, ids stay. */
export async function loadPollRules(
  { database }: Pick<PluginServices, 'database'>,
  given?: readonly PollRuleDeclaration[],
): Promise<void> {
  const rules = given ?? (await readPollRules());
  const { questions } = await read<{ questions: object[] }>('poll-questions');
  await database.asSystem('load the rules of satisfaction polls', async (session) => {
    await session.query(putRules, [JSON.stringify(rules)]);
    await session.query(putQuestions, [JSON.stringify(questions)]);
  });
}

const putRules = /* sql */ `
  insert into new_rural_areas.poll_rule (scope, level, minimum_coverage, sample_up_to, minimum_approval, approval_above,
    valid_from, valid_to, legal_basis, to_be_checked, note)
  select scope, level, "minimumCoverage", "sampleUpTo", "minimumApproval", "approvalAbove", "validFrom", "validTo",
         "legalBasis", "toBeChecked", note
    from jsonb_to_recordset($1::jsonb) as given (scope text, level text, "minimumCoverage" numeric, "sampleUpTo" numeric,
      "minimumApproval" numeric, "approvalAbove" boolean, "validFrom" date, "validTo" date, "legalBasis" text,
      "toBeChecked" boolean, note text)
  on conflict (scope, level, valid_from) do update set minimum_coverage = excluded.minimum_coverage,
    sample_up_to = excluded.sample_up_to, minimum_approval = excluded.minimum_approval,
    approval_above = excluded.approval_above, valid_to = excluded.valid_to, legal_basis = excluded.legal_basis,
    to_be_checked = excluded.to_be_checked, note = excluded.note`;

const putQuestions = /* sql */ `
  insert into new_rural_areas.poll_question (code, position, text_vi, text_en, decisive, valid_from, valid_to, legal_basis,
    to_be_checked, note)
  select code, position, "textVi", "textEn", decisive, "validFrom", "validTo", "legalBasis", "toBeChecked", note
    from jsonb_to_recordset($1::jsonb) as given (code text, position int, "textVi" text, "textEn" text, decisive boolean,
      "validFrom" date, "validTo" date, "legalBasis" text, "toBeChecked" boolean, note text)
  on conflict (code, valid_from) do update set position = excluded.position, text_vi = excluded.text_vi,
    text_en = excluded.text_en, decisive = excluded.decisive, valid_to = excluded.valid_to,
    legal_basis = excluded.legal_basis, to_be_checked = excluded.to_be_checked, note = excluded.note`;
