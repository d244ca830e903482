/** A text that users read: Vietnamese first, English second. */
export interface Translated {
  vi: string;
  en: string;
}

/** What a refusal says, with `{fact}` places for the facts of its {@link ProblemDetails}. */
export interface ProblemText extends Translated {
  /** Which facts are codes, so that a person reads names in their places, one or a list. `extensions` keep the codes. */
  readonly says?: Readonly<Record<string, SaidCodes>>;
  /** What is said instead where a fact is known that not every such refusal has. */
  readonly knowing?: Readonly<Record<string, Translated>>;
}

/**
 * What the codes of a fact are called: the name of an enum, or the coordinates that may stand there
 * (`Mutation.acceptReport`), which have short names; `permission`; or the names themselves, of codes of one's own.
 */
export type SaidCodes = string | readonly string[] | Readonly<Record<string, Translated>>;

/** The languages the platform speaks; Vietnamese is the default. */
export type Locale = 'vi' | 'en';

/** A class used as a value: an entity, an object type, a resolver. */
export type ClassType<T = object> = abstract new (...args: never[]) => T;
