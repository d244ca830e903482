import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from './loaders.js';
import { Report } from './report.js';
import { Unit } from './unit.js';

@Resolver(() => Unit)
export class UnitResolver {
  @Query(() => Unit, { nullable: true })
  unit(@Arg('code', () => String) code: string, @Ctx() { em }: Context): Promise<Unit | null> {
    return em.findOne(Unit, { code });
  }

  @FieldResolver(() => Unit, { nullable: true })
  parent(@Root() unit: Unit): Promise<Unit | null> | null {
    return unit.parent && unit.parent.load();
  }

  @FieldResolver(() => [Unit])
  children(@Root() unit: Unit, @Ctx() { loaders }: Context): Promise<Unit[]> {
    return loaders.children.load(unit.id);
  }

  @FieldResolver(() => [Report])
  reports(
    @Root() unit: Unit,
    @Arg('form', () => String) form: string,
    @Arg('first', () => Int) first: number,
    @Ctx() { loaders }: Context,
  ): Promise<Report[]> {
    return loaders.reports(unit.id, { form, first });
  }
}
