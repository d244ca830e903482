import { readFile } from 'node:fs/promises';
import { Arg, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Context } from './loaders.js';
import { Indicator } from './reference.js';

/** A target with the sums of its figures: no entity, but the row of a statement. */
@ObjectType()
export class Target {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  value!: string;

  indicatorId!: string;

  @Field(() => String, { nullable: true })
  inPeriod!: string | null;

  @Field(() => String, { nullable: true })
  cumulative!: string | null;

  @Field(() => String, { nullable: true })
  percentOfPlan!: string | null;

  @Field(() => String, { nullable: true })
  samePeriodLastYear!: string | null;

  @Field(() => String, { nullable: true })
  difference!: string | null;
}

const text = await readFile(new URL('../../shared/targets-with-sums.sql', import.meta.url), 'utf8');
const targetsWithSums = text.replace('$1', '?').replace('$2', '?');

@Resolver(() => Target)
export class TargetResolver {
  @Query(() => [Target])
  targets(
    @Arg('unit', () => String) unit: string,
    @Arg('program', () => String) program: string,
    @Ctx() { em }: Context,
  ): Promise<Target[]> {
    return em.execute<Target[]>(targetsWithSums, [unit, program]);
  }

  @FieldResolver(() => Indicator)
  indicator(@Root() target: Target, @Ctx() { em }: Context): Promise<Indicator | null> {
    return em.getReference(Indicator, target.indicatorId, { wrapped: true }).load();
  }
}
