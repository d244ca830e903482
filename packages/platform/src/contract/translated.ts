/** A text that users read: Vietnamese first, English second. */
export interface Translated {
  vi: string;
  en: string;
}

/** The languages the platform speaks; Vietnamese is the default. */
export type Locale = 'vi' | 'en';

/** A class used as a value: an entity, an object type, a resolver. */
export type ClassType<T = object> = abstract new (...args: never[]) => T;
