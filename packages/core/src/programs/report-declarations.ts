/** How a plugin declares forms of reports, their sections, and lists of its records that a form may show. */
import { z } from 'zod';
import { calendar, code, id, level, text } from './shared-shapes.js';

/** A line of a form: one figure that it asks for. */
const itemSchema = z.strictObject({
  /** The key of an indicator, of this plugin or another. */
  indicator: z.string().min(1),
  /** A part of it, as in `work:repair`; the whole where nothing is said. */
  part: z.string().min(1).optional(),
  /** Whether the report cannot be handed in without it; so where nothing is said. */
  required: z.boolean().optional(),
});

/** The name of a list among all plugins: `environment.cleanup-actions`. */
const listKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/, 'A key looks like environment.cleanup-actions.');

/** A property of an entity, or one step further along a reference: `place`, `kind.title`. */
const field = z
  .string()
  .regex(
    /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)?$/,
    'A field is a property, or a property of what a property refers to.',
  );

/**
 * Records of a plugin that a report shows as they are kept: taken by the platform for the report's unit and period, not
 * typed in. What is signed is read by everybody who reads the report, so what only some may see is refused.
 */
export const reportListSchema = z.strictObject({
  key: listKey,
  /** The program by which the row rule of the entity lets its rows be seen. */
  program: id('PRG'),
  /** Class name of an entity of the same plugin. */
  entity: z.string().min(1),
  /** Its property that refers to the administrative unit. */
  unit: z.string().min(1),
  /** Its date: a row belongs to the period which that day lies in. */
  day: z.string().min(1),
  columns: z
    .array(z.strictObject({ field, title: text }))
    .min(1)
    .max(20),
  /** Which rows count: property and value, or several of which one is it. `null`: where there is none. */
  where: z
    .record(
      z.string(),
      z.union([z.string(), z.boolean(), z.int(), z.null(), z.array(z.string()).min(1).max(50)]),
    )
    .optional(),
  /** A report with more rows than this is refused: nobody reads it. 500 where nothing is said. */
  maximum: z.int().min(1).max(2000).optional(),
});

const section = { key: code, title: text };

/** A part of a form, in the order in which it is printed. */
export const reportSectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...section, kind: z.literal('FIGURES'), items: z.array(itemSchema).min(1) }),
  z.strictObject({
    ...section,
    kind: z.literal('NARRATIVE'),
    /** Whether the report cannot be handed in without it; not so where nothing is said. */
    required: z.boolean().optional(),
    /** The most characters it may have; 4,000 where nothing is said. */
    maximum: z.int().min(100).max(20_000).optional(),
  }),
  /** `list`: the key of a list, of this plugin or another. */
  z.strictObject({ ...section, kind: z.literal('LIST'), list: listKey }),
]);

const formShape = z.strictObject({
  /** Stable name, of one plugin only: `commune-monthly`. */
  key: code,
  /** The line it is about; null where it gathers several. */
  program: id('PRG').nullable(),
  calendar: z.enum([...calendar.options, 'campaign', 'term', 'multi-year']),
  /** The level of the units that fill it in. */
  level,
  title: text,
  /** Whether an officer verifies a report before it can be accepted; not where nothing is said. */
  verifiedFirst: z.boolean().optional(),
  /** The form of the units below that it puts together; it then has the figures and lists of that form. */
  summarizes: code.optional(),
  /** What it asks for, where it has figures alone: one section of figures. */
  items: z.array(itemSchema).min(1).optional(),
  /** What it asks for, in order. Of a form that summarizes another: its own narratives alone. */
  sections: z.array(reportSectionSchema).min(1).max(30).optional(),
});

/** A form that units fill in for each period. Items and lists of plugins that are not installed are left out. */
export const reportTemplateSchema = formShape.superRefine((form, context) => {
  const { items, sections = [], summarizes } = form;
  const refuse = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  if (summarizes !== undefined) {
    if (items) refuse('items', `it summarizes ${summarizes} and has the items of that form.`);
    if (sections.some(({ kind }) => kind !== 'NARRATIVE'))
      refuse(
        'sections',
        `it summarizes ${summarizes} and has the figures and lists of that form: narratives alone are its own.`,
      );
  } else if ((items === undefined) === (form.sections === undefined)) {
    refuse('items', 'A form asks for items, or has sections, or summarizes another form: one of the three.');
  }
  const keys = sections.map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) < index);
  if (twice) refuse('sections', `two sections are called ${twice}.`);
  const lines = [
    ...(items ?? []),
    ...sections.flatMap((one) => (one.kind === 'FIGURES' ? one.items : [])),
  ].map(({ indicator, part }) => (part ? `${indicator} ${part}` : indicator));
  const line = lines.find((one, index) => lines.indexOf(one) < index);
  if (line) refuse(items ? 'items' : 'sections', `${line} is asked for twice.`);
});

export type ReportListDeclaration = z.infer<typeof reportListSchema>;
export type ReportSectionDeclaration = z.infer<typeof reportSectionSchema>;
export type ReportTemplateDeclaration = z.infer<typeof reportTemplateSchema>;
