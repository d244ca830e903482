/** What people read when a step is refused: no codes of the schema, in either language, whatever the workflow. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphQLError } from 'graphql';
import type { Workflow } from '@phoihop/core';
import { ProblemError, type Plugin } from '@phoihop/platform';
import { compose, makeTranslator, platformProblems, presentError } from '@phoihop/platform/engine';
import { loadPlugins } from '../../apps/gateway/src/load-plugins.js';

type AnyWorkflow = Workflow<string, string>;
const root = join(import.meta.dirname, '../..');

/** `DRAFT`, `SELF_SCORING`. Vietnamese has abbreviations of its own. */
const code = /\b[A-Z]{2,}(_?[A-Z]+)+\b/;
/** `acceptReport`, `input.report`. */
const camelCase = /\b[a-z]+[A-Z]\w*/;

let plugins: readonly Plugin[];
let mutations: readonly string[];
let workflows: readonly AnyWorkflow[];
let translate: ReturnType<typeof makeTranslator>;
beforeAll(async () => {
  ({ plugins } = await loadPlugins());
  mutations = Object.keys(compose(plugins).schema.getMutationType()!.getFields());
  workflows = await declaredWorkflows();
  translate = makeTranslator(plugins);
});

/** Every workflow that the sources declare, whether or not anybody thought of its words. */
async function declaredWorkflows(): Promise<AnyWorkflow[]> {
  const files = globSync('{packages,plugins}/*/src/**/*.ts', { cwd: root }).filter(
    (file) => !file.endsWith('.test.ts') && /= workflow</.test(readFileSync(join(root, file), 'utf8')),
  );
  const modules = await Promise.all(files.map((file) => import(join(root, file)) as Promise<object>));
  return modules.flatMap((module) =>
    Object.values(module).filter((value): value is AnyWorkflow =>
      Boolean((value as AnyWorkflow)?.impossible),
    ),
  );
}

const present = (problem: ProblemError, locale: 'vi' | 'en') =>
  presentError(new GraphQLError(problem.code, { originalError: problem }), {
    locale,
    translate,
    onInternal: (error) => {
      throw error as Error;
    },
  });

/** The refusal of a step that is not possible. */
function refusalOf({ after }: AnyWorkflow, state: string, step: string): ProblemError {
  try {
    after(step, state, 'input.subject');
  } catch (error) {
    if (error instanceof ProblemError) return error;
  }
  throw new Error(`${step} is possible from ${state}.`);
}

test('whatever step is refused, in whatever state, the sentence has no code and no mutation in it', () => {
  expect(workflows.length).toBeGreaterThanOrEqual(17);
  const refused = workflows.flatMap((one) =>
    one.impossible.map(([state, step]) => ({ state, problem: refusalOf(one, state, step) })),
  );
  expect(refused.length).toBeGreaterThan(400);
  for (const { state, problem } of refused) {
    const { message, extensions } = present(problem, 'vi');
    expect(message).not.toMatch(code);
    expect(message).not.toMatch(camelCase);
    expect(mutations.filter((name) => message.includes(name))).toEqual([]);
    expect(present(problem, 'en').message).not.toMatch(code);
    expect(present(problem, 'en').message).not.toMatch(camelCase);
    // Programs read the codes.
    expect(extensions).toMatchObject({ code: problem.code, given: state, field: 'input.subject' });
    expect(extensions['allowed']).toBe(problem.details.allowed);
  }
});

/** What developers read, who send documents, keys and files; and what is written so in Vietnamese. */
const technical =
  /GraphQL|operationName|idempotencyKey|CSV|UTF-(8|16)|CP1258|TCVN3|SHA-256|BHXH|BHYT|MTTQ|missingReason/g;

test('no sentence of any refusal has a code or a name of a field written into it', () => {
  const texts = [platformProblems, ...plugins.map(({ problems = {} }) => problems)].flatMap((problems) =>
    Object.entries(problems).map(([key, { vi }]) => [key, vi.replace(/\{\w+\}/g, '').replace(technical, '')]),
  );
  expect(texts.length).toBeGreaterThan(250);
  expect(texts.filter(([, vi]) => code.test(vi!) || camelCase.test(vi!))).toEqual([]);
});

test('the codes of a plugin begin with the first words of its id', () => {
  const strange = plugins
    .filter(({ id }) => id !== 'core')
    .flatMap(({ id, problems = {} }) => {
      const words = id.toUpperCase().split('-');
      const beginnings = words.map((_, at) => `${words.slice(0, at + 1).join('_')}_`);
      return Object.keys(problems)
        .filter((key) => !beginnings.some((beginning) => key.startsWith(beginning)))
        .map((key) => `${id}: ${key}`);
    });
  expect(strange).toEqual([]);
});
