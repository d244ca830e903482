// Loaded into every server before its own code: tells the benchmark what a stretch of work has cost, and ends with it.
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What a server's process did between `begin` and `end`. */
export interface Cost {
  /** Processor time of the whole process, in milliseconds. */
  readonly cpu: number;
  /** How late timers of the event loop were, at the 99th percentile, in milliseconds. */
  readonly delay: number;
  /** The most memory it ever held, in megabytes. */
  readonly memory: number;
}

const resolution = 10;
const delay = monitorEventLoopDelay({ resolution });
delay.enable();
let begun = process.cpuUsage();

process.on('message', (message) => {
  if (message === 'begin') {
    delay.reset();
    begun = process.cpuUsage();
    process.send!('begun');
  } else if (message === 'end') {
    const { user, system } = process.cpuUsage(begun);
    const cost: Cost = {
      cpu: (user + system) / 1000,
      delay: Math.max(0, delay.percentile(99) / 1e6 - resolution),
      memory: process.resourceUsage().maxRSS / 1024,
    };
    process.send!(cost);
  }
});
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// What listens here must not keep a server alive that wants to end.
process.channel?.unref();
