/** For tests: the figures bed with forms, and people by name who take the steps of reports. */
import type { Caller, Plugin } from '@phoihop/platform';
import type { ReportTemplateDeclaration } from '../programs/contribution.js';
import { startFiguresBed, type Answer, type FiguresBed } from '../values/test-bed.js';
import { loadReportTemplates } from './load.js';

export type { Answer };

/** A report as a mutation shows it; or what else has a version. */
export interface Known {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: any;
}

export const codeOf = ({ errors }: Answer): string | undefined =>
  errors?.[0]?.extensions['code'] as string | undefined;

/** What a mutation that must succeed answers. */
export function known(answer: Answer): Known {
  expect(answer.errors).toBeUndefined();
  return Object.values(answer.data)[0] as Known;
}

export interface ReportsBed extends FiguresBed {
  /** Loads forms in the place of those that are there. */
  load(forms: readonly ReportTemplateDeclaration[]): ReturnType<typeof loadReportTemplates>;
  /** Runs a mutation with one input as somebody. */
  mutate(field: string, who: string, input: object, selection?: string): Promise<Answer>;
  /** The same where it must succeed: what it answers. */
  done(field: string, who: string, input: object, selection?: string): Promise<Known>;
}

interface Setting {
  readonly forms: readonly ReportTemplateDeclaration[];
  /** Who acts, by name; a test may add to them while it runs. */
  readonly people: Readonly<Record<string, Caller>>;
  /** What mutations select where nothing else is asked for. */
  readonly shown: string;
  /** Plugins beside core and the one whose figures are entered. */
  readonly plugins?: readonly Plugin[];
}

/** Steps that need no more than the report and its version, and share one input. */
const plainSteps = ['submitReport', 'verifyReport', 'acceptReport'];
const inputOf = (field: string): string =>
  plainSteps.includes(field) ? 'ReportStepInput' : `${field[0]!.toUpperCase()}${field.slice(1)}Input`;

export async function startReportsBed({ forms, people, shown, plugins }: Setting): Promise<ReportsBed> {
  const bed = await startFiguresBed(plugins);
  const load: ReportsBed['load'] = (templates) =>
    bed.engine.database.asSystem('load forms', (session) => loadReportTemplates(session, templates));
  await load(forms);
  const mutate: ReportsBed['mutate'] = (field, who, input, selection = shown) =>
    bed.ask(
      `mutation ($input: ${inputOf(field)}!) { ${field}(input: $input) { ${selection} } }`,
      people[who]!,
      { input },
    );
  const done: ReportsBed['done'] = async (...asked) => known(await mutate(...asked));
  return Object.assign(bed, { load, mutate, done });
}
