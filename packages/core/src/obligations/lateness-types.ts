import { DecimalScalar } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { AdministrativeUnit } from '../units/administrative-unit.js';

/** The counts exclude one another: owed = onTime + late + missing + open + waived. */
@ObjectType({
  description:
    'How punctually reports were handed in. owed = onTime + late + missing + open + waived, always.',
})
export class Lateness {
  @Field(() => Int, {
    description: 'How many reports are owed for the periods asked for, waived ones included.',
  })
  owed!: number;

  @Field(() => Int, { description: 'First handed in by the deadline.' })
  onTime!: number;

  @Field(() => Int, { description: 'First handed in after the deadline.' })
  late!: number;

  @Field(() => Int, { description: 'Never handed in, though the deadline has passed.' })
  missing!: number;

  @Field(() => Int, { description: 'Not handed in, with the deadline still to come.' })
  open!: number;

  @Field(() => Int, { description: 'Excused with a reason; they count neither for nor against the unit.' })
  waived!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Of those handed in late, the median of the days after the deadline; null where none was late.',
  })
  medianDaysLate!: string | null;
}

@ObjectType({ description: 'How punctually one unit handed in its reports.' })
export class UnitLateness extends Lateness {
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The unit, named as on the last day that a report of it is about.',
  })
  unit!: number;

  /** Unseen: on which day the unit is named. */
  asOf!: string;
}

@ObjectType({
  description:
    'How punctually the units under one reported, together and one by one, as far as the caller sees them.',
})
export class LatenessSummary {
  @Field(() => Lateness, { description: 'All of these units together, whatever page is asked for.' })
  all!: Lateness;

  @Field(() => [UnitLateness], {
    description: 'Each unit that owes a report, in the order in which units are kept.',
  })
  units!: UnitLateness[];

  @Field(() => Int, { description: 'How many units there are in all.' })
  unitCount!: number;

  @Field(() => Boolean, {
    description: 'Whether there are units after these: ask again with `after` the last of them.',
  })
  hasNextPage!: boolean;
}
