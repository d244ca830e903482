import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ChildOptions {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Loaded before the entry. */
  readonly preload?: string;
}

/** A Node process of the benchmark's, which it talks to and which it ends. */
export class Child {
  readonly #process: ChildProcess;
  /** The last that it printed, for when it fails. */
  #said = '';
  #ended = false;

  constructor(entry: string, { cwd, environment, preload }: ChildOptions) {
    const before = preload ? ['--import', preload] : [];
    this.#process = spawn(process.execPath, [...before, entry], {
      cwd,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
    });
    for (const stream of [this.#process.stdout!, this.#process.stderr!])
      stream.on('data', (text: Buffer) => (this.#said = `${this.#said}${text}`.slice(-4_000)));
    this.#process.once('exit', () => (this.#ended = true));
  }

  get running(): boolean {
    return !this.#ended;
  }

  get said(): string {
    return this.#said.trim();
  }

  /** Sends a message and waits for the answer. @throws Error where the process ends instead */
  async ask<T>(message: unknown): Promise<T> {
    const abort = new AbortController();
    this.#process.send(message as object);
    const answered = once(this.#process, 'message', { signal: abort.signal });
    const ended = once(this.#process, 'exit', { signal: abort.signal }).then(() => {
      throw new Error(`A process of the benchmark ended unasked:\n${this.said}`);
    });
    try {
      const [answer] = (await Promise.race([answered, ended])) as [T];
      return answer;
    } finally {
      abort.abort();
      await Promise.allSettled([answered, ended]);
    }
  }

  /** Asks it to end, and ends it where it does not within ten seconds. */
  async stop(): Promise<void> {
    if (this.#ended) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await Promise.race([ended, sleep(10_000, undefined, { ref: false })]);
    if (!this.#ended) {
      this.#process.kill('SIGKILL');
      await ended;
    }
  }
}
