import { DecimalScalar } from '@phoihop/platform';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Organization } from '../organizations/organization.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { Target } from './target.js';

/** What the sum of parts is a sum of, by how the target is set and of what. */
export const AllocationMeaning = {
  LEVELS: 'LEVELS',
  CEILINGS: 'CEILINGS',
  MINIMA: 'MINIMA',
  CHANGES: 'CHANGES',
  UNITS: 'UNITS',
  EVENTS: 'EVENTS',
  NOT_ADDITIVE: 'NOT_ADDITIVE',
} as const;
export type AllocationMeaning = keyof typeof AllocationMeaning;

registerEnumType(AllocationMeaning, {
  name: 'AllocationMeaning',
  description: 'What the sum of the parts of a target is a sum of.',
  valuesConfig: {
    LEVELS: { description: 'Of what each is to reach at least (AT_LEAST).' },
    CEILINGS: {
      description: 'Of what each may have at most (AT_MOST): more than the whole breaks the promise.',
    },
    MINIMA: { description: 'Of the lower ends (RANGE); more than the upper end of the whole is too much.' },
    CHANGES: { description: 'Of changes in number (ABSOLUTE_CHANGE).' },
    UNITS: { description: 'Of units that are to reach a status (REACH_STATUS).' },
    EVENTS: { description: 'Of events to be held (HOLD_EVENTS).' },
    NOT_ADDITIVE: {
      description: 'Of nothing: shares and relative changes do not add up; `reason` says why.',
    },
  },
});

export const AllocationState = {
  NOT_ADDITIVE: 'NOT_ADDITIVE',
  OWN_LEVEL: 'OWN_LEVEL',
  NOTHING: 'NOTHING',
  PARTLY: 'PARTLY',
  WHOLLY: 'WHOLLY',
  BEYOND: 'BEYOND',
} as const;
export type AllocationState = keyof typeof AllocationState;

registerEnumType(AllocationState, {
  name: 'AllocationState',
  description: 'How far a target was handed down.',
  valuesConfig: {
    NOT_ADDITIVE: { description: 'Its parts cannot be added up, so none are handed down.' },
    OWN_LEVEL: { description: 'Its figures are entered for the unit itself, and no part was handed down.' },
    NOTHING: { description: 'No part was handed down.' },
    PARTLY: { description: 'Something of the whole has not been handed down: `rest`.' },
    WHOLLY: { description: 'The parts together are the whole; of a range, they lie inside it.' },
    BEYOND: { description: 'The parts together are more than the whole: `excess`. That is allowed.' },
  },
});

@ObjectType({ description: 'One part of a target in the table of what was handed down.' })
export class AllocationPart {
  @Field(() => Target, { nullable: true, description: 'The part, a target of its own.' })
  target!: number;

  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit that has it, if one has.' })
  unit!: number | null;

  @Field(() => Organization, { nullable: true, description: 'The organization that has it, if one has.' })
  organization!: number | null;

  @Field(() => DecimalScalar, { description: 'How much it is; of a range the lower end.' })
  value!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'The upper end, where the part is a range.' })
  valueMax!: string | null;

  /** Unseen: the day by which names are read. */
  asOf?: string;
}

@ObjectType({
  description:
    'A target with its parts, reconciled: sum + rest − excess = whole (of a range, of the end that counts), in exact decimals.',
})
export class AllocationRow {
  @Field(() => Target, { nullable: true, description: 'The target that is handed down.' })
  target!: number;

  @Field(() => AllocationMeaning, { description: 'What `sum` is a sum of.' })
  meaning!: AllocationMeaning;

  @Field(() => AllocationState, { description: 'How far it was handed down.' })
  state!: AllocationState;

  @Field(() => String, {
    nullable: true,
    description: 'Code of why parts do not add up, as in Target.allocation; null where they do.',
  })
  reasonCode!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in the language of the caller.' })
  reason!: string | null;

  @Field(() => DecimalScalar, { description: 'What was promised; of a range the lower end.' })
  whole!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'The upper end, of a range only.' })
  wholeMax!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'All parts together, seen or not; null where they do not add up.',
  })
  sum!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What of the whole nobody has; null where parts do not add up.',
  })
  rest!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What was handed down beyond the whole; null where parts do not add up.',
  })
  excess!: string | null;

  @Field(() => Int, { description: 'How many parts there are, seen or not.' })
  partCount!: number;

  @Field(() => [AllocationPart], { description: 'The parts that the caller may see, in the order of codes.' })
  parts!: AllocationPart[];

  @Field(() => [AdministrativeUnit], {
    nullable: true,
    description:
      'The units directly below, on the business date and of the kinds that count, that have no part. Null where parts do not add up, or where the caller does not see all of them.',
  })
  withoutPart!: number[] | null;
}
