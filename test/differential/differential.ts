/** Asks two executors the same, and says in what they differ. */
import { getNamedType, print, type DocumentNode } from 'graphql';
import { AimedOperations } from './generating/aimed.js';
import { Coverage } from './generating/coverage.js';
import { Cursors } from './generating/cursors.js';
import { Generator } from './generating/generator.js';
import type { GeneratedOperation } from './generating/operation.js';
import { Random } from './generating/random.js';
import type { AskedOperation, Execute, Ground } from './ground.js';
import type { PlainAnswer } from './judging/answer.js';
import { walkAnswer } from './judging/answer-walk.js';
import { compareAnswers, type Difference } from './judging/compare.js';
import { shrink } from './judging/shrink.js';

/** An operation with the answer that is right. */
export interface Judged {
  readonly operation: GeneratedOperation;
  readonly answer: PlainAnswer;
  /** Whether a row is in the answer. */
  readonly hasRows: boolean;
}

/** A row of operations, each made after the one before it has been answered. */
export class Course {
  readonly coverage = new Coverage();
  readonly generator: Generator;
  readonly #aimed: AimedOperations;
  readonly #cursors = new Cursors();

  constructor(
    private readonly ground: Ground,
    private readonly reference: Execute,
    seed: number,
  ) {
    const random = new Random(seed);
    this.generator = new Generator(ground.graph, ground.askers, this.coverage, this.#cursors, random);
    this.#aimed = new AimedOperations(ground.graph, ground.askers, this.#cursors, random);
  }

  /** Makes the next operation, has it answered, and learns from the answer. */
  async next(): Promise<Judged> {
    return this.#answered(this.generator.next());
  }

  /** One aimed at a field that has not been reached; undefined where there is nobody who may read it. */
  async at(coordinate: string): Promise<Judged | undefined> {
    const operation = this.#aimed.at(coordinate, (this.generator.made += 1));
    return operation && this.#answered(operation);
  }

  async #answered(operation: GeneratedOperation): Promise<Judged> {
    const answer = await this.reference(asked(operation));
    return { operation, answer, hasRows: this.#learn(operation, answer) };
  }

  #learn({ document, variables }: GeneratedOperation, { data }: PlainAnswer): boolean {
    const { graph } = this.ground;
    let hasRows = false;
    walkAnswer({ schema: graph.schema, document, variables, data }, ({ coordinate, type, value }) => {
      const isEmpty = value === null || (Array.isArray(value) && value.length === 0);
      if (isEmpty) return;
      this.coverage.answered(coordinate);
      hasRows ||= typeof value === 'object' && graph.isRow(getNamedType(type));
      if (/(Edge\.cursor|PageInfo\.(start|end)Cursor)$/.test(coordinate)) this.#cursors.learn(String(value));
    });
    return hasRows;
  }
}

export const asked = ({ document, variables, eyes, locale }: GeneratedOperation): AskedOperation => ({
  document,
  variables,
  caller: eyes.caller,
  locale,
});

/** An operation that two executors answer differently, as small as it could be made. */
export interface Found {
  readonly number: number;
  readonly asker: string;
  readonly locale: string;
  readonly difference: Difference;
  readonly source: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What is found where an executor does not answer as it should; undefined where it does. */
export async function judge(
  ground: Ground,
  { operation, answer }: Judged,
  given: Execute,
  reference?: Execute,
): Promise<Found | undefined> {
  const difference = compareAnswers(answer, await given(asked(operation)));
  if (!difference) return undefined;
  const differs = async (document: DocumentNode): Promise<boolean> => {
    const one = { ...asked(operation), document };
    return compareAnswers(await reference!(one), await given(one)) !== undefined;
  };
  const document = reference
    ? await shrink(ground.graph.schema, operation.document, differs)
    : operation.document;
  const { number, eyes, locale, variables } = operation;
  return { number, asker: eyes.name, locale, difference, source: print(document), variables };
}
