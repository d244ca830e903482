import type { Connection } from '../database/connection.ts';
import { takeBack } from '../database/written.ts';
import { Refused, type Server } from '../processes/server.ts';
import { isFraming } from '../processes/statement-reader.ts';
import type { StatementCounter } from '../processes/statement-counter.ts';
import type { Subject, Subjects } from '../subjects.ts';
import { workloads, type WorkloadName } from '../workloads.ts';
import { firstDifference } from './first-difference.ts';

/** Statements that one operation sends to PostgreSQL. */
export interface Statements {
  readonly work: number;
  /** Begin, commit and what dresses the transaction. */
  readonly framing: number;
}

/** What a server answered, to be compared with the others and to be expected under load. */
export interface Checked {
  readonly answers: readonly string[];
  readonly statements: Statements;
}

/** The content of each workload's answers, as the first server gave them: what the others must give, too. */
export type Reference = Map<WorkloadName, { from: string; contents: unknown[] }>;

/**
 * Asks a server everything once and compares what it says with what the others said.
 * @returns null where the server was not made for the workload.
 * @throws Error where an answer differs from the others', or holds fewer rows than it should.
 */
export async function check(
  server: Server,
  name: WorkloadName,
  world: { subjects: Subjects; connection: Connection; counter: StatementCounter; reference: Reference },
): Promise<Checked | null> {
  const { contestant } = server;
  const workload = workloads[name];
  const all = workload.subjects(world.subjects);
  const subjects = workload.writes ? all.slice(0, 1) : all;
  if (!contestant.client.request(name, subjects[0]!)) return null;

  const answers: string[] = [];
  for (const subject of subjects) answers.push(await ask(server, name, subject));
  const contents = answers.map((answer) => contestant.client.toCommon(name, JSON.parse(answer)));
  for (const content of contents) {
    const rows = workload.rowsOf(content);
    if (rows < workload.rows)
      throw new Error(`${contestant.title}, ${name}: ${rows} rows, fewer than ${workload.rows}.`);
  }
  compare(server, name, contents, world.reference);

  // Once warm: what is prepared or looked up for the first time does not count.
  await ask(server, name, workload.writes ? all[1]! : all[0]!, () => world.counter.take());
  const statements = world.counter.take();
  if (workload.writes) await takeBack(world.connection, 2);
  const framing = statements.filter(isFraming).length;
  return { answers, statements: { work: statements.length - framing, framing } };
}

/** On a busy machine a first try may come too late for a time limit: what is refused for now is asked again. */
async function ask(
  server: Server,
  name: WorkloadName,
  subject: Subject,
  beforeTry: () => void = () => {},
): Promise<string> {
  const request = server.contestant.client.request(name, subject)!;
  for (let tries = 1; ; tries += 1) {
    beforeTry();
    try {
      return await server.ask(request);
    } catch (error) {
      if (!(error instanceof Refused) || error.status < 503 || tries === 5) throw error;
    }
  }
}

function compare(
  { contestant }: Server,
  name: WorkloadName,
  contents: unknown[],
  reference: Reference,
): void {
  const known = reference.get(name);
  if (!known) {
    reference.set(name, { from: contestant.title, contents });
    return;
  }
  contents.forEach((content, index) => {
    const difference = firstDifference(content, known.contents[index]);
    if (difference)
      throw new Error(
        `${name}: ${contestant.title} and ${known.from} do not answer the same: ${difference}.`,
      );
  });
}
