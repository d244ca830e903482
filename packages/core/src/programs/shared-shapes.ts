/** Shapes that several kinds of declaration share. */
import { z } from 'zod';

/** An id of the inventory of the source program: `PRG-27`. */
export const id = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}-\\d{2}$`), `An id looks like ${prefix}-01.`);

/** A text in the two languages of the platform. Vietnamese is what users read, English what the schema says. */
export const text = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });

export const code = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'A code is kebab-case.');

/** The calendars that figures are kept in. */
export const calendar = z.enum(['month', 'quarter', 'half', 'year', 'traffic-month', 'traffic-year']);

/** The levels at which figures are entered. */
export const level = z.enum(['district', 'commune', 'residential-area']);
