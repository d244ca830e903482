import type { DocumentNode } from 'graphql';
import type { Eyes } from './eyes.js';

/** One operation as somebody sends it. */
export interface GeneratedOperation {
  readonly number: number;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly eyes: Eyes;
  readonly locale: 'vi' | 'en';
  readonly intent: Intention;
}

/**
 * What an operation tries: to read; to read what is refused field by field, or as a whole; to be answered although an
 * argument is wrong.
 */
export type Intention = 'reads' | 'curious' | 'refused' | 'wrong';
