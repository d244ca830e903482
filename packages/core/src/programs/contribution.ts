/**
 * What a plugin tells core under its manifest key `program`: which lines of the coordination program it
 * carries, what it measures, what was promised, what will happen and who owes which report.
 *
 * Everything here is data. Core loads it as reference data at start and refuses a plugin whose contribution does
 * not satisfy the schema, so a plugin without a line of code of its own is still a full part of the program.
 * Ids (`PRG-27`, `T-12`, `E-12`, `R-01`, `D-24`) are those of the inventory of the source program; they are stable.
 */
import { z } from 'zod';
import { reportListSchema, reportTemplateSchema } from './report-declarations.js';
import { calendar, code, id, level, text } from './shared-shapes.js';

/** An exact decimal kept as text, so that no figure passes through a binary float. Ratios are fractions: 0.91. */
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'A figure is a decimal in text: "0.91", not 91 %.');

/** Organizations that a program may name as participants; titles are in `data/registry/organizations.json`. */
export const participantKeys = [
  'front-district',
  'farmers-union',
  'womens-union',
  'youth-union',
  'veterans-association',
  'labor-confederation',
  'red-cross',
  'elderly-association',
  'police-district',
  'health-center-district',
  'social-insurance-district',
  'education-district',
  'propaganda-board-district',
  'environment-district',
  'labor-affairs-district',
] as const;

/** Kinds of activity; titles are in `data/registry/activity-kinds.json`. */
export const activityKinds = [
  'conference',
  'online-conference',
  'training',
  'gathering',
  'listening-meeting',
  'visit',
  'campaign',
  'action-month',
  'relief-drive',
  'communication',
  'review',
  'signing',
  'festival',
  'market',
  'election-step',
  'election',
  'voter-meeting',
] as const;

/** The roles that may be named as the reporter of an indicator (see docs/architecture.md). */
export const reporterRoles = [
  'district-standing',
  'district-officer',
  'cluster-lead',
  'commune-standing',
  'commune-clerk',
  'residential-head',
  'member-representative',
  'treasurer',
  'inspector',
  'emulation-council',
  'case-handler',
  'election-secretary',
  'integration',
] as const;

/** One line of the source program. */
export const programSchema = z.strictObject({
  id: id('PRG'),
  /** A `program` has partners or a scheme, a `campaign` asks the people, a `movement` is emulation, a `duty` is standing work. */
  kind: z.enum(['program', 'campaign', 'movement', 'duty']),
  title: text,
  /** The Vietnamese text of the source; where it is shortened, " … " stands between pieces that are each exact. */
  quote: z.string().min(1),
  quoteIsExact: z.boolean(),
  /** The section of the source, as in the inventory: `I.2.7`, `III.1-2`. */
  source: z.string().regex(/^[IVX]+(\.\d+)*(-\d+)?(, [IVX]+(\.\d+)*)*$/),
  /** The line that contains this one; it may belong to another plugin. */
  parent: id('PRG').optional(),
  /** Documents that the line cites or carries out. */
  documents: z.array(id('D')).optional(),
  participants: z.array(z.enum(participantKeys)).optional(),
  /**
   * Where the work is really done. It differs from the quoted text in lines carried over from the central
   * template ("Triển khai trong toàn quốc …", "Cấp Trung ương tổ chức chỉ đạo …").
   */
  effectiveLevel: z.enum(['CENTRAL', 'PROVINCE', 'DISTRICT', 'COMMUNE']).optional(),
});

/** A subdivision of an indicator, such as houses built and houses repaired. */
export const disaggregationSchema = z.strictObject({
  code,
  title: text,
  values: z.array(z.strictObject({ code, title: text })).min(2),
});

/** The merge rules that keep the meaning of each kind of indicator when units merge; others are refused. */
const mergeRulesByKind: Record<string, readonly string[]> = {
  SUM: ['SUM', 'NOT_COMPARABLE'],
  EVENT_COUNT: ['SUM', 'NOT_COMPARABLE'],
  STOCK: ['STOCK_SUM', 'NOT_COMPARABLE'],
  RATIO: ['COMPONENTS', 'NOT_COMPARABLE'],
  STATUS_COUNT: ['RECOMPUTE_STATUS', 'NOT_COMPARABLE'],
};

/** What is measured, and by which rules it may be added up. */
export const indicatorSchema = z
  .strictObject({
    /** `<plugin id>.<indicator>`, for ever: data values refer to it. */
    key: z
      .string()
      .regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/, 'A key looks like social-insurance.coverage-rate.'),
    program: id('PRG'),
    title: text,
    /** What counts and what does not, so that two communes count alike. */
    description: text,
    unitOfMeasure: text,
    kind: z.enum(['SUM', 'STOCK', 'RATIO', 'STATUS_COUNT', 'EVENT_COUNT', 'DERIVED']),
    /** Of a RATIO: the two counts that are kept. A percentage alone can never be rolled up. */
    components: z.strictObject({ numerator: text, denominator: text }).optional(),
    /** Of a RATIO of what stands at a date (insured / population): a later figure replaces an earlier one. */
    ratioOfStocks: z.boolean().optional(),
    /** Of a STATUS_COUNT: the statuses. `countsNewInPeriod`: units that reach it in the period, not those that hold it. */
    statuses: z.array(z.strictObject({ code, title: text, countsNewInPeriod: z.boolean() })).optional(),
    disaggregations: z.array(disaggregationSchema).optional(),
    calendar,
    /** The one level at which values are entered; higher levels are always computed from it. */
    collectionLevel: level,
    /** Kinds of unit that count, judged at the end of the period; absent means all of them. */
    appliesTo: z
      .array(z.enum(['commune', 'town', 'ward', 'special-zone']))
      .min(1)
      .optional(),
    mergeRule: z.enum(['SUM', 'COMPONENTS', 'RECOMPUTE_STATUS', 'STOCK_SUM', 'NOT_COMPARABLE']),
    /** What to do where a unit was split: NONE answers "not computable". No weight is ever implicit. */
    splitRule: z.enum(['NONE', 'PRIMARY', 'WEIGHT_POPULATION', 'WEIGHT_AREA']),
    /** Digits shown after the decimal sign; of a RATIO, those of its percentage. */
    decimals: z.int().min(0).max(6),
    /** Source codes of `data/registry/sources.json`; the first is the default. Figures are compared within one source. */
    sources: z.array(code).min(1),
    /** A count from 1 up to, not including, this number is withheld; of a RATIO, either component. */
    smallCellThreshold: z.int().min(2).optional(),
    /** Entered in a report, or computed from a table of the plugin (`from`: the entity's class name). */
    feeder: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('collected') }),
      z.strictObject({ kind: z.literal('derived'), from: z.string().min(1) }),
    ]),
    reportedBy: z.enum(reporterRoles),
  })
  .superRefine((indicator, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message: `${indicator.key}: ${message}` });
    if ((indicator.kind === 'RATIO') !== (indicator.components !== undefined))
      refuse('components', 'a RATIO names its numerator and denominator, and nothing else does.');
    if (indicator.ratioOfStocks && indicator.kind !== 'RATIO')
      refuse('ratioOfStocks', 'only a RATIO can be one of stocks; a STOCK is one by its kind.');
    if ((indicator.kind === 'STATUS_COUNT') !== Boolean(indicator.statuses?.length))
      refuse('statuses', 'a STATUS_COUNT lists its statuses, and nothing else does.');
    const allowed = mergeRulesByKind[indicator.kind];
    if (allowed && !allowed.includes(indicator.mergeRule))
      refuse(
        'mergeRule',
        `a ${indicator.kind} merges by ${allowed.join(' or ')}, not by ${indicator.mergeRule}.`,
      );
  });

/** What a target's decrease or increase is measured from. UNKNOWN is a state of its own, with the reason. */
export const baselineSchema = z
  .strictObject({
    kind: z.enum(['SAME_PERIOD_LAST_YEAR', 'VALUE', 'UNKNOWN']),
    value: decimal.optional(),
    note: text,
  })
  .refine((baseline) => (baseline.kind === 'VALUE') === (baseline.value !== undefined), {
    path: ['value'],
    message: 'A baseline of kind VALUE has a value, and no other has one.',
  });

/** What was promised, word for word, and how the words are read. */
export const targetSchema = z
  .strictObject({
    id: id('T'),
    /** The key of an indicator, of this plugin or another. */
    indicator: z.string().min(1),
    /** Named by tree, code and date: a code alone is not an identity. */
    unit: z.strictObject({ tree: z.literal('ADMIN'), code: z.string().min(1), on: z.iso.date() }),
    period: z.strictObject({ calendar: z.enum(['year', 'traffic-year']), key: z.string().min(1) }),
    operator: z.enum([
      'AT_LEAST',
      'AT_MOST',
      'RANGE',
      'RELATIVE_INCREASE',
      'RELATIVE_DECREASE',
      'ABSOLUTE_CHANGE',
      'REACH_STATUS',
      'HOLD_EVENTS',
    ]),
    /** Ratios and relative changes are fractions; of REACH_STATUS the number of units, of HOLD_EVENTS of events. */
    value: decimal,
    /** Of a RANGE: its upper end, included. */
    valueMax: decimal.optional(),
    baseline: baselineSchema.optional(),
    deadline: z.iso.date(),
    /** What "on track" is compared with before the deadline. NONE: only with the target value itself. */
    path: z.enum(['LINEAR', 'SAME_PERIOD_LAST_YEAR', 'NONE']),
    /** How far short of the path still counts as on track, as a fraction of the path's value. */
    tolerance: decimal,
    quote: z.string().min(1),
    reading: text,
    basisDocument: id('D'),
    /** The source gives no figure of its own; it follows from "each quarter", "monthly" and the like. */
    implied: z.boolean().optional(),
  })
  .superRefine((target, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message: `${target.id}: ${message}` });
    if ((target.operator === 'RANGE') !== (target.valueMax !== undefined))
      refuse('valueMax', 'a RANGE has an upper end, and nothing else does.');
    if (target.valueMax !== undefined && Number(target.valueMax) < Number(target.value))
      refuse('valueMax', 'the upper end of the range is below the lower one.');
    if (/^(RELATIVE_|ABSOLUTE_)/.test(target.operator) && !target.baseline)
      refuse('baseline', 'a change needs a baseline; say UNKNOWN, and why, where the source gives none.');
  });

/** What will happen, when the source says so. */
export const activitySchema = z.strictObject({
  id: id('E'),
  program: id('PRG'),
  title: text,
  /** Exact text of the source. */
  quote: z.string().min(1).optional(),
  kind: z.enum(activityKinds),
  level: z.enum(['PROVINCE', 'DISTRICT', 'COMMUNE', 'CLUSTER', 'RESIDENTIAL_AREA', 'ALL']),
  when: z
    .strictObject({
      /** As the source writes it, slips included; where the line gives no time, the year of the program. */
      text: z.string().min(1),
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      /**
       * How sharp `from` and `to` are. FEAST: they are the days of the feast, the activity falls around them.
       * CONTINGENT: only if something happens, so without dates. RECURRING: several times between them.
       */
      precision: z.enum(['DAY', 'MONTH', 'QUARTER', 'YEAR', 'FEAST', 'CONTINGENT', 'RECURRING']),
      /** How the text was turned into dates; says what is custom and what was corrected. */
      reading: text.optional(),
    })
    .refine((when) => !when.from || !when.to || when.from <= when.to, 'An activity ends before it begins.'),
});

/** Who owes what to whom, how often. Core generates the obligations from it. */
export const dutySchema = z.strictObject({
  id: id('R'),
  program: id('PRG'),
  title: text,
  /** Exact text of the source. */
  quote: z.string().min(1).optional(),
  from: text,
  to: text,
  frequency: z.enum([
    'MONTH',
    'QUARTER',
    'HALF',
    'YEAR',
    'ONCE',
    'PER_EVENT',
    'CONTINUOUS',
    'PER_AGREEMENT',
    'UNSTATED',
  ]),
  frequencyText: text,
});

/** One number of one figure. */
const figureReference = z.strictObject({
  /** The key of an indicator, of this plugin or another. */
  indicator: z.string().min(1),
  /** A part of it, as in `work:repair`; the whole where nothing is said. */
  part: z.string().min(1).optional(),
  /** Of a RATIO: one of its two counts; the share itself where nothing is said. */
  component: z.enum(['NUMERATOR', 'DENOMINATOR']).optional(),
});

/** How figures of one unit and period must stand to each other. Rules of plugins that are not installed are left out. */
export const valueCheckSchema = z
  .strictObject({
    /** Stable name, of one plugin only: `houses-add-up`. */
    key: code,
    /** ERROR: a report cannot be handed in. WARNING: it is pointed out. */
    severity: z.enum(['ERROR', 'WARNING']),
    relation: z.enum(['AT_MOST', 'AT_LEAST', 'EQUAL', 'PARTS_ADD_UP']),
    figure: figureReference,
    other: figureReference.optional(),
    /** Of PARTS_ADD_UP: the disaggregation whose parts are added up. */
    dimension: code.optional(),
    /** The rule as a sentence. */
    title: text,
    /** What it rests on: a decree, a form, or plain arithmetic. */
    basis: z.string().min(1),
    validFrom: z.iso.date(),
    validTo: z.iso.date().optional(),
  })
  .refine((check) => (check.relation === 'PARTS_ADD_UP') === (check.other === undefined), {
    path: ['other'],
    message: 'A rule names the other figure, unless parts are added up.',
  })
  .refine((check) => (check.relation === 'PARTS_ADD_UP') === (check.dimension !== undefined), {
    path: ['dimension'],
    message: 'A rule names a dimension where parts are added up, and nowhere else.',
  });

export const programContributionSchema = z.strictObject({
  /** WHOLE: the plugin has tables, fields and rules of its own. REGISTERED: it is this data, fed through reports. */
  status: z.enum(['WHOLE', 'REGISTERED']),
  programs: z.array(programSchema),
  indicators: z.array(indicatorSchema),
  targets: z.array(targetSchema),
  activities: z.array(activitySchema),
  duties: z.array(dutySchema),
  /** Forms of reports; none where nothing is said. */
  reports: z.array(reportTemplateSchema).optional(),
  /** Lists of records that forms may show; none where nothing is said. */
  reportLists: z.array(reportListSchema).optional(),
  /** Rules that figures must satisfy together; none where nothing is said. */
  checks: z.array(valueCheckSchema).optional(),
});

export type Text = z.infer<typeof text>;
export type ProgramLine = z.infer<typeof programSchema>;
export type IndicatorDeclaration = z.infer<typeof indicatorSchema>;
export type TargetDeclaration = z.infer<typeof targetSchema>;
export type ActivityDeclaration = z.infer<typeof activitySchema>;
export type DutyDeclaration = z.infer<typeof dutySchema>;
export type ValueCheckDeclaration = z.infer<typeof valueCheckSchema>;
export type {
  ReportListDeclaration,
  ReportSectionDeclaration,
  ReportTemplateDeclaration,
} from './report-declarations.js';
export type ProgramContribution = z.infer<typeof programContributionSchema>;

declare module '@phoihop/platform' {
  interface PluginContributions {
    /** The lines of the coordination program that the plugin carries, with what it measures and promises. */
    program: ProgramContribution;
  }
}
