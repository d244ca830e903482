import type { ContestantId } from '../contestants.ts';
import type { Connection } from '../database/connection.ts';
import { takeBack } from '../database/written.ts';
import type { Script } from '../load/generator.ts';
import type { Options } from '../options.ts';
import type { Child } from '../processes/child.ts';
import type { Server } from '../processes/server.ts';
import type { Subjects } from '../subjects.ts';
import { workloads, type WorkloadName } from '../workloads.ts';
import type { Checked } from './check.ts';
import { rotated } from './rotation.ts';
import { measureSlice, type Slice } from './slice.ts';

/** By workload and contestant: one slice a round. */
export type Slices = Map<WorkloadName, Map<ContestantId, Slice[]>>;

export interface Course {
  readonly servers: readonly Server[];
  readonly generator: Child;
  readonly connection: Connection;
  readonly subjects: Subjects;
  readonly headers: Readonly<Record<string, string>>;
  /** What each server answered when it was alone. */
  readonly checked: ReadonlyMap<ContestantId, ReadonlyMap<WorkloadName, Checked>>;
  readonly tell: (line: string) => void;
}

/** Measures every workload on every server that knows it, in rounds that each begin with another server. */
export async function runRounds(
  course: Course,
  options: Options,
): Promise<{ slices: Slices; memory: Map<ContestantId, number> }> {
  const slices: Slices = new Map();
  const memory = new Map<ContestantId, number>();
  for (const name of options.workloads) {
    const able = course.servers.filter(({ contestant }) => course.checked.get(contestant.id)?.has(name));
    const byContestant = new Map(able.map(({ contestant }) => [contestant.id, [] as Slice[]]));
    for (let round = 0; round < options.pace.rounds; round += 1) {
      course.tell(`${name}, round ${round + 1} of ${options.pace.rounds}`);
      const warmUp = round === 0 ? options.pace.firstWarmUpSeconds : options.pace.warmUpSeconds;
      for (const server of rotated(able, round)) {
        const { id } = server.contestant;
        const script = scriptOf(server, name, course);
        const measured = await measureSlice(server, course.generator, script, { ...options.pace, warmUp });
        if (workloads[name].writes) await takeBack(course.connection, measured.answered);
        byContestant.get(id)!.push(measured);
        memory.set(id, measured.memory);
      }
    }
    slices.set(name, byContestant);
  }
  return { slices, memory };
}

/** What is sent to a server, with the answers it gave when it was asked alone. */
function scriptOf(
  { contestant, port }: Server,
  name: WorkloadName,
  { checked, subjects, headers }: Course,
): Script {
  const { answers } = checked.get(contestant.id)!.get(name)!;
  const workload = workloads[name];
  const requests = workload.subjects(subjects).map((subject) => contestant.client.request(name, subject)!);
  return {
    port,
    path: requests[0]!.path,
    headers,
    exchanges: requests.map(({ body }, index) => ({
      body: JSON.stringify(body),
      // What is written is acknowledged in the same words each time.
      answer: workload.writes ? answers[0]! : answers[index]!,
    })),
    once: workload.writes ?? false,
  };
}
