import type { Caller } from '@phoihop/platform';
import type { Graph } from './graph.js';
import type { Samples } from './samples.js';

/** Somebody who asks: the rights, and rows that can be seen. */
export interface Eyes {
  readonly name: string;
  readonly caller: Caller;
  readonly samples: Samples;
  /** Whether the rule of `Type.field` is passed. */
  mayRead(coordinate: string): boolean;
  /** Whether an input (`Filter.field`, `Order.VALUE`) may be given. */
  mayGive(input: string): boolean;
}

export function eyesOf(graph: Graph, name: string, caller: Caller, samples: Samples): Eyes {
  const { rules } = graph.composition;
  const flags = rules.flagsFor({ signedIn: caller.userId !== null, permissions: caller.permissions });
  return {
    name,
    caller,
    samples,
    mayRead: (coordinate) => flags[rules.indexOf(coordinate) ?? -1] === 1,
    mayGive: (input) => {
      const its = rules.inputRule(input);
      return its === undefined || flags[its.rule] === 1;
    },
  };
}
