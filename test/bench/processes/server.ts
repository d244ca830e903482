import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Request } from '../clients/client.ts';
import type { Contestant } from '../contestants.ts';
import { Child } from './child.ts';
import type { Cost } from './probe.ts';

/** Connections to PostgreSQL that each server may hold: the product's own default. */
export const poolSize = 10;
/** After which the peers give idle ones back: PostgreSQL has 60 for all of them, and they take turns. */
const poolIdleMilliseconds = 2_000;
const patience = 120_000;

/** Where the servers find the database, and what the product is told besides. */
export interface Place {
  readonly root: string;
  readonly ownerUrl: string;
  readonly servingUrl: string;
  readonly tokenSecret: string;
}

/** A contestant that is up. */
export interface Server {
  readonly contestant: Contestant;
  readonly port: number;
  /** From the start of the process to the first right answer. */
  readonly startMilliseconds: number;
  /** Sends one request. @throws Refused unless it is answered with 200 */
  ask(request: Request): Promise<string>;
  begin(): Promise<void>;
  end(): Promise<Cost>;
  stop(): Promise<void>;
}

/** An answer with a status other than 200. */
export class Refused extends Error {
  readonly status: number;

  constructor(title: string, status: number, text: string) {
    super(`${title} answered ${status}: ${text.slice(0, 500)}`);
    this.status = status;
  }
}

const probe = fileURLToPath(new URL('probe.ts', import.meta.url));

/**
 * Starts a contestant on a port of its own on loopback.
 * @param first is asked over and over until it is answered.
 * @throws Error with what the process said, where it ends or does not answer in two minutes.
 */
export async function startServer(
  contestant: Contestant,
  place: Place,
  options: { first: Request; headers?: Readonly<Record<string, string>> },
): Promise<Server> {
  const port = await freePort();
  const began = performance.now();
  const child = new Child(contestant.entry, {
    cwd: place.root,
    environment: environmentOf(contestant, place, port),
    preload: probe,
  });
  const ask = async ({ path, body }: Request): Promise<string> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...options.headers },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (response.status !== 200) throw new Refused(contestant.title, response.status, text);
    return text;
  };
  try {
    await untilAnswered(contestant, child, () => ask(options.first));
  } catch (error) {
    await child.stop();
    throw error;
  }
  return {
    contestant,
    port,
    startMilliseconds: performance.now() - began,
    ask,
    begin: () => child.ask('begin'),
    end: () => child.ask<Cost>('end'),
    stop: () => child.stop(),
  };
}

async function untilAnswered({ title }: Contestant, child: Child, ask: () => Promise<string>): Promise<void> {
  const until = performance.now() + patience;
  for (;;) {
    const refused = await ask().then(
      () => null,
      (error: unknown) => error,
    );
    if (refused === null) return;
    if (!child.running) throw new Error(`${title} could not be started:\n${child.said}`);
    if (performance.now() > until)
      throw new Error(`${title} does not answer: ${String(refused)}\n${child.said}`);
    await sleep(10);
  }
}

/** Settings as one would deploy with; the peers know a few of them. */
function environmentOf({ id }: Contestant, place: Place, port: number): Record<string, string> {
  const common = { PORT: String(port), NODE_ENV: 'production', GRAPHILE_ENV: 'production' };
  if (id !== 'product') {
    return {
      ...common,
      DATABASE_URL: place.ownerUrl,
      POOL_SIZE: String(poolSize),
      POOL_IDLE_MS: String(poolIdleMilliseconds),
    };
  }
  return {
    ...common,
    DATABASE_URL: place.ownerUrl,
    DATABASE_SERVING_URL: place.servingUrl,
    DEMO: 'on',
    BUSINESS_DATE: '2021-10-15',
    TOKEN_SECRET: place.tokenSecret,
    TOKEN_MINUTES: '120',
    LOG_LEVEL: 'warn',
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const listener = createServer().once('error', reject);
    listener.listen(0, '127.0.0.1', () => {
      const { port } = listener.address() as AddressInfo;
      listener.close(() => resolve(port));
    });
  });
}
