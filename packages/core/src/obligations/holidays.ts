import { readFileSync } from 'node:fs';
import { z } from 'zod';

const file = new URL('../../data/registry/holidays.json', import.meta.url);

const registered = z.strictObject({
  about: z.string().min(1),
  bases: z.array(
    z.strictObject({
      key: z.string(),
      citation: z.string().min(1),
      validFrom: z.iso.date(),
      validTo: z.iso.date().nullable(),
    }),
  ),
  years: z.array(z.int()),
  holidays: z.array(
    z.strictObject({
      dates: z.array(z.iso.date()).min(1),
      kind: z.enum(['HOLIDAY', 'WORKING_WEEKEND']),
      title: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }),
      basis: z.string(),
      note: z.string().nullable(),
      toCheck: z.boolean(),
    }),
  ),
});

export type HolidayRegistry = z.infer<typeof registered>;

/** A day as it is loaded: named so that it is a row of `core.holiday`. */
export interface HolidayRow {
  readonly date: string;
  readonly kind: 'HOLIDAY' | 'WORKING_WEEKEND';
  readonly title_vi: string;
  readonly title_en: string;
  readonly basis: string;
  readonly source_note: string | null;
  readonly to_check: boolean;
}

/**
 * The holidays of the registry, day by day.
 * @throws ZodError where the file is not what it should be; RangeError where a day is named twice, rests on nothing
 *   that was in force on it, or lies outside the years that the file says are whole.
 */
export function holidays(
  registry: HolidayRegistry = registered.parse(JSON.parse(readFileSync(file, 'utf8'))),
): HolidayRow[] {
  const seen = new Set<string>();
  return registry.holidays.flatMap(({ dates, kind, title, basis, note, toCheck }) => {
    const law = registry.bases.find(({ key }) => key === basis);
    return dates.map((date) => {
      if (seen.has(date)) throw new RangeError(`The holiday ${date} is named twice.`);
      seen.add(date);
      if (!registry.years.includes(Number(date.slice(0, 4))))
        throw new RangeError(`The holiday ${date} is of a year that the file does not name.`);
      if (!law || date < law.validFrom || (law.validTo !== null && date >= law.validTo))
        throw new RangeError(`The holiday ${date} rests on ${basis}, which was not in force.`);
      return {
        date,
        kind,
        title_vi: title.vi,
        title_en: title.en,
        basis: law.citation,
        source_note: note,
        to_check: toCheck,
      };
    });
  });
}
