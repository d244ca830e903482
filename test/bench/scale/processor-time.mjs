import { readFileSync } from 'node:fs';

/** Milliseconds of processor time a process has used, as Linux counts it in hundredths of a second; NaN elsewhere. */
export function processorTime(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}
