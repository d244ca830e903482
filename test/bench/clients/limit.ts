import type { Subject } from '../subjects.ts';
import type { WorkloadName } from '../workloads.ts';
import type { Client } from './client.ts';

const variables: Record<WorkloadName, (subject: Subject) => Record<string, unknown>> = {
  point: ({ unit }) => ({ code: unit.key }),
  nested: ({ district, form }) => ({ code: district.key, form: form.key }),
  list: ({ district, program }) => ({ district: district.key, program: program.key, state: 'ACCEPTED' }),
  'roll-up': ({ district, program }) => ({ unit: district.key, program: program.key }),
  write: ({ form, unit, period, items }) => ({ form: form.key, unit: unit.key, period, items }),
  overview: ({ district }) => ({ code: district.key }),
};

/** The hand-written statements: an address for each, and answers that have the common shape already. */
export const limit: Client = {
  request: (workload, subject) => ({ path: `/${workload}`, body: variables[workload](subject) }),
  toCommon: (_, answer) => answer,
};
