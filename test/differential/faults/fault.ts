import type { Execute, Ground } from '../ground.js';

/** A mistake somebody could make in the compiler. */
export interface Fault {
  /** By this name it can be switched on in the compiler itself, too. */
  readonly name: string;
  /** What goes wrong. */
  readonly description: string;
  /** An executor that makes the mistake and is otherwise the one given. */
  readonly plant: (ground: Ground, execute: Execute) => Execute;
}
