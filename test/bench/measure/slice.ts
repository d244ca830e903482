import type { Child } from '../processes/child.ts';
import type { Failed, Script, Sent, Stretch } from '../load/generator.ts';
import type { Server } from '../processes/server.ts';
import type { Pace } from '../options.ts';
import { percentile } from './statistics.ts';

/** How many ask at a time. */
export const connections = 32;

/** What one server did with one workload in one round. */
export interface Slice {
  /** Answered as expected. */
  readonly requestsPerSecond: number;
  /** Part of the requests that were turned away, as a server may that has too much to do. */
  readonly refused: number;
  /** At 32 connections, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Processor time of the server's process a request, in milliseconds. */
  readonly cpu: number;
  /** How late its event loop was, at the 99th percentile, in milliseconds. */
  readonly delay: number;
  /** The median of a request when there is no other, in milliseconds. */
  readonly single: number;
}

/** A slice with what is known of its server by then. */
export interface Measured extends Slice {
  /** Requests answered in all, warming up included. */
  readonly answered: number;
  /** The most memory the process has held so far, in megabytes. */
  readonly memory: number;
}

/**
 * Warms a server up, loads it, and asks it alone.
 * @throws Error where an answer is not the expected one, byte for byte.
 */
export async function measureSlice(
  server: Server,
  generator: Child,
  script: Script,
  pace: Pace & { readonly warmUp: number },
): Promise<Measured> {
  const { title } = server.contestant;
  await generator.ask({ learn: script });
  const send = async (stretch: Stretch): Promise<Sent> => {
    const sent = await generator.ask<Sent | Failed>({ send: stretch });
    if ('failed' in sent) throw new Error(`${title}, ${script.path}, under load: ${sent.failed}`);
    return sent;
  };
  const warm = pace.warmUp > 0 ? await send({ connections, seconds: pace.warmUp }) : null;
  await server.begin();
  const sent = await send({ connections, seconds: pace.seconds });
  const cost = await server.end();
  const single = await send({ connections: 1, seconds: pace.singleSeconds });
  const asked = sent.requests + sent.refused;
  if (asked === 0) throw new Error(`${title}, ${script.path}: there was nothing left to send.`);
  return {
    requestsPerSecond: sent.requests / sent.seconds,
    refused: sent.refused / asked,
    p50: percentile(sent.latencies, 50),
    p99: percentile(sent.latencies, 99),
    cpu: cost.cpu / sent.requests,
    delay: cost.delay,
    single: percentile(single.latencies, 50),
    answered: (warm?.requests ?? 0) + sent.requests + single.requests,
    memory: cost.memory,
  };
}
