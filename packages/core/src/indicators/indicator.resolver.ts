import type { RequestContext, Row } from '@phoihop/platform';
import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { localized } from '../programs/localized.js';
import { Indicator, type CodedTitle, type StoredDisaggregation } from './indicator.js';

@ObjectType({ description: 'A status that units can reach, as an indicator counts them.' })
export class IndicatorStatus {
  @Field(() => String, { description: 'Short name under which figures are entered: "advanced".' })
  code!: string;

  @Field(() => String, { description: 'What it is called in the language of the caller.' })
  title!: string;
}

@ObjectType({ description: 'A part of an indicator, such as houses repaired among all houses.' })
export class IndicatorPart {
  @Field(() => String, {
    description: 'Short name under which figures of the part are entered: "work:repair".',
  })
  code!: string;

  @Field(() => String, { description: 'What it is called in the language of the caller.' })
  title!: string;

  @Field(() => String, {
    description: 'What the whole is divided by, in the language of the caller: "kind of work".',
  })
  dividedBy!: string;
}

@ObjectType({ description: 'The two counts that a share is kept as, by name.' })
export class IndicatorComponents {
  @Field(() => String, { description: 'What is counted above the line, in the language of the caller.' })
  numerator!: string;

  @Field(() => String, { description: 'What it is counted among, in the language of the caller.' })
  denominator!: string;
}

/** Texts of an indicator in the caller's language. */
@Resolver(() => Indicator)
export class IndicatorResolver {
  @FieldResolver(() => IndicatorComponents, {
    nullable: true,
    description: 'Of a share: what its two counts are. Null for every other kind.',
  })
  components(@Root() indicator: Row, @Ctx() context: RequestContext): IndicatorComponents | null {
    const numerator = localized(indicator, 'numerator', context.locale);
    const denominator = localized(indicator, 'denominator', context.locale);
    return numerator !== null && denominator !== null ? { numerator, denominator } : null;
  }

  @FieldResolver(() => [IndicatorStatus], {
    description: 'The statuses that count; empty unless it counts statuses.',
  })
  statuses(@Root() indicator: Row, @Ctx() context: RequestContext): IndicatorStatus[] {
    const stored = indicator['statuses'] as CodedTitle[];
    return stored.map((status) => ({ code: status.code, title: status[context.locale] }));
  }

  @FieldResolver(() => [IndicatorPart], {
    description: 'The parts it can be divided into; empty where it is not divided.',
  })
  parts(@Root() indicator: Row, @Ctx() context: RequestContext): IndicatorPart[] {
    const stored = indicator['disaggregations'] as StoredDisaggregation[];
    return stored.flatMap((division) =>
      division.values.map((value) => ({
        code: `${division.code}:${value.code}`,
        title: value[context.locale],
        dividedBy: division[context.locale],
      })),
    );
  }
}
