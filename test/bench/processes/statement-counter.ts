import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { StatementReader } from './statement-reader.ts';

/** Stands between servers and PostgreSQL and writes down the statements, for whatever driver. */
export interface StatementCounter {
  /** The same database by way of the counter. */
  through(url: string): string;
  /** What has been sent since it was last asked. */
  take(): string[];
  close(): Promise<void>;
}

export async function startStatementCounter(databaseUrl: string): Promise<StatementCounter> {
  const { port } = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let statements: string[] = [];
  const join = (socket: Socket): void => {
    const database = connect(Number(port), '127.0.0.1');
    const reader = new StatementReader((statement) => statements.push(statement));
    for (const [from, to] of [
      [socket, database],
      [database, socket],
    ] as const) {
      sockets.add(from);
      from.setNoDelay(true);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
    socket.on('data', (chunk: Buffer) => {
      reader.feed(chunk);
      database.write(chunk);
    });
    database.on('data', (chunk: Buffer) => socket.write(chunk));
  };
  const listener = createServer(join);
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  return {
    through: (url) => {
      const detour = new URL(url);
      detour.port = String((listener.address() as AddressInfo).port);
      return detour.href;
    },
    take: () => {
      const taken = statements;
      statements = [];
      return taken;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
