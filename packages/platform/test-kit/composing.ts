import type { Plugin } from '../src/index.js';
import { compose } from '../src/composition/compose.js';
import { CompositionError, type CompositionProblem } from '../src/composition/problems.js';

/** The problems of a composition that must fail. */
export function problemsOf(...plugins: Plugin[]): readonly CompositionProblem[] {
  try {
    compose(plugins);
  } catch (error) {
    if (error instanceof CompositionError) return error.problems;
    throw error;
  }
  throw new Error('The composition should have failed.');
}

/** The same, each as its code and owners. */
export const codesOf = (...plugins: Plugin[]): string[] =>
  problemsOf(...plugins).map(({ code, owners }) => `${code} ${owners.join('+')}`);

/** A plugin with some of its manifest changed. */
export const changed = (plugin: Plugin, changes: Partial<Plugin>): Plugin => ({ ...plugin, ...changes });
