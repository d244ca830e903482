// A process of its own that sends requests and looks at every answer, so that neither costs the servers anything.
import { HttpConnection } from './connection.ts';

/** What is to be sent. Kept between stretches, so that it crosses processes once. */
export interface Script {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Bodies with the answers they must get, byte for byte. */
  readonly exchanges: readonly { readonly body: string; readonly answer: string }[];
  /** Each body may be sent once only. */
  readonly once: boolean;
}

/** For how long, by how many at a time. */
export interface Stretch {
  readonly connections: number;
  readonly seconds: number;
}

export interface Sent {
  /** Answered as expected. */
  readonly requests: number;
  /** Turned away with another status than 200: they count for nothing, but are told. */
  readonly refused: number;
  /** From the first request to the last answer. */
  readonly seconds: number;
  /** Of each request answered, in milliseconds. */
  readonly latencies: Float64Array;
}

/** What was wrong with an answer, as an Error does not cross processes whole. */
export interface Failed {
  readonly failed: string;
}

interface Exchange {
  readonly request: Buffer;
  readonly answer: Buffer;
}

let script: { port: number; exchanges: Exchange[]; once: boolean } | null = null;
let next = 0;

function learn({ port, path, headers, exchanges, once }: Script): void {
  const head = Object.entries({ ...headers, 'content-type': 'application/json', host: `127.0.0.1:${port}` })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  script = {
    port,
    once,
    exchanges: exchanges.map(({ body, answer }) => ({
      request: Buffer.from(
        `POST ${path} HTTP/1.1\r\n${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      ),
      answer: Buffer.from(answer),
    })),
  };
  next = 0;
}

async function send({ connections, seconds }: Stretch): Promise<Sent> {
  const { port, exchanges, once } = script!;
  const latencies: number[] = [];
  let refused = 0;
  const open = await Promise.all(Array.from({ length: connections }, () => HttpConnection.open(port)));
  const began = performance.now();
  const until = began + seconds * 1000;
  const last = once ? exchanges.length : Number.POSITIVE_INFINITY;
  const sendOn = async (connection: HttpConnection): Promise<void> => {
    while (performance.now() < until && next < last) {
      const exchange = exchanges[next++ % exchanges.length]!;
      const asked = performance.now();
      const { status, body } = await connection.ask(exchange.request);
      if (status !== 200) {
        refused += 1;
        continue;
      }
      latencies.push(performance.now() - asked);
      if (!body.equals(exchange.answer)) {
        throw new Error(
          `answered ${body.toString('utf8', 0, 500)}\nexpected ${exchange.answer.toString('utf8', 0, 500)}`,
        );
      }
    }
  };
  try {
    await Promise.all(open.map(sendOn));
  } finally {
    for (const connection of open) connection.close();
  }
  return {
    requests: latencies.length,
    refused,
    seconds: (performance.now() - began) / 1000,
    latencies: Float64Array.from(latencies),
  };
}

process.on('message', async (message: { learn: Script } | { send: Stretch }) => {
  try {
    if ('learn' in message) {
      learn(message.learn);
      process.send!({ learned: true });
    } else {
      process.send!(await send(message.send));
    }
  } catch (error) {
    process.send!({ failed: (error as Error).message } satisfies Failed);
  }
});
process.on('disconnect', () => process.exit());
