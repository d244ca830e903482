import { contestants, type ContestantId } from '../contestants.ts';
import type { Slice } from '../measure/slice.ts';
import { ratios, spreadOf, type Spread } from '../measure/statistics.ts';
import { poolSize } from '../processes/server.ts';
import { workloads, type WorkloadName } from '../workloads.ts';
import { goals } from './goals.ts';
import type { Results } from './results.ts';
import { figure, table } from './table.ts';

/** What is printed, and stands in docs/performance.md. */
export function report(results: Results): string {
  return [
    conditions(results),
    ratiosToPeers(results),
    ...results.workloads.map((name) => oneWorkload(results, name)),
    startAndMemory(results),
    statements(results),
    versions(results),
  ].join('\n\n');
}

const title = (id: ContestantId): string => contestants[id].title;
const spread = ({ median, least, most }: Spread): string =>
  least === most ? figure(median) : `${figure(median)} (${figure(least)} to ${figure(most)})`;

function conditions({ machine, pace }: Results): string {
  const { cores, node, postgres, load, reports, values } = machine;
  const rounds = `${pace.rounds} ${pace.rounds === 1 ? 'round' : 'rounds'} of ${pace.seconds} s`;
  return `${cores} cores shared by server, database and load; Node ${node}, PostgreSQL ${postgres} (durable); ${reports} reports, ${values} figures; ${rounds} at 32 connections, the order of servers rotated; a pool of ${poolSize} for each. Load average before measuring: ${load.toFixed(1)}. Medians, with the least and the most of the rounds.

The product is signed in as an officer of the district, with field rules and row security on, and writes with its checks and its audit. The others connect as the owner of the tables and ask nobody who is calling; where a row rule would leave rows out, their question does. Before timing, all answers were compared for equality of content; under load each one was compared byte for byte.`;
}

/** The product's requests a second over each peer's, taken within a round. */
function ratiosToPeers({ slices, contestants: all, workloads: names }: Results): string {
  const peers = all.filter((id) => id !== 'product');
  if (!all.includes('product') || peers.length === 0) return '';
  const cell = (name: WorkloadName, id: ContestantId): string => {
    const own = slices.get(name)!.get('product')!;
    const theirs = slices.get(name)!.get(id);
    if (!theirs) return '';
    const ratio = spread(ratios(own.map(speed), theirs.map(speed)));
    const goal = goals[name]?.[id];
    return goal === undefined ? ratio : `${ratio}, wanted ${goal}`;
  };
  return `### The product beside the others: its requests a second as a multiple of theirs, in the same round

${table(
  ['', ...peers.map(title)],
  names.map((name) => [name, ...peers.map((id) => cell(name, id))]),
)}`;
}

/** A server that turns requests away does not look fast for it. */
function refusals(own: readonly Slice[]): string {
  const most = Math.max(...own.map(({ refused }) => refused));
  return most === 0 ? '' : `, up to ${figure(100 * most)} % refused`;
}

const speed = ({ requestsPerSecond }: Slice): number => requestsPerSecond;

function oneWorkload({ slices }: Results, name: WorkloadName): string {
  const rows = [...slices.get(name)!].map(([id, own]) => {
    const of = (value: (slice: Slice) => number): Spread => spreadOf(own.map(value));
    return [
      title(id),
      spread(of(speed)) + refusals(own),
      figure(of(({ p50 }) => p50).median),
      figure(of(({ p99 }) => p99).median),
      figure(of(({ single }) => single).median),
      figure(of(({ cpu }) => cpu).median),
      figure(of(({ delay }) => delay).median),
    ];
  });
  const head = [
    '',
    'requests/s',
    'p50, ms',
    'p99, ms',
    'alone, ms',
    'CPU a request, ms',
    'event loop late (p99), ms',
  ];
  return `### ${name}: ${workloads[name].title}\n\n${table(head, rows)}`;
}

function startAndMemory({ starts, memory, contestants: all }: Results): string {
  const rows = all.map((id) => [
    title(id),
    spread(spreadOf(starts.get(id)!)),
    figure(memory.get(id) ?? Number.NaN),
  ]);
  return `### Starting and memory\n\n${table(['', 'start to first answer, ms', 'peak memory, MB'], rows)}`;
}

function statements({ checked, contestants: all, workloads: names }: Results): string {
  const cell = (id: ContestantId, name: WorkloadName): string => {
    const sent = checked.get(id)!.get(name)?.statements;
    if (!sent) return '';
    return sent.framing === 0 ? String(sent.work) : `${sent.work} + ${sent.framing}`;
  };
  return `### SQL statements of one operation

Counted on the wire. After the plus: what opens, dresses and closes the transaction.

${table(
  ['', ...names],
  all.map((id) => [title(id), ...names.map((name) => cell(id, name))]),
)}`;
}

function versions(results: Results): string {
  const lines = results.contestants.map((id) => `- ${title(id)}: ${results.versions.get(id)!.join(', ')}`);
  return `### Versions\n\n${lines.join('\n')}`;
}
