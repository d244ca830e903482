import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from './loaders.js';
import { Form, Indicator, Period } from './reference.js';
import { DataValue, Report } from './report.js';
import { Unit } from './unit.js';

@InputType()
export class ReportItem {
  @Field(() => String)
  indicator!: string;

  @Field(() => String)
  value!: string;
}

@Resolver(() => Report)
export class ReportResolver {
  @Query(() => [Report])
  async reports(
    @Arg('district', () => String) district: string,
    @Arg('program', () => String) program: string,
    @Arg('state', () => String) state: string,
    @Arg('first', () => Int) first: number,
    @Ctx() { em }: Context,
  ): Promise<Report[]> {
    return em.find(
      Report,
      { unit: { parent: { code: district } }, program, state },
      { orderBy: { asOf: 'desc', id: 'asc' }, limit: first },
    );
  }

  @FieldResolver(() => Unit)
  unit(@Root() report: Report): Promise<Unit | null> {
    return report.unit.load();
  }

  @FieldResolver(() => Form)
  form(@Root() report: Report): Promise<Form | null> {
    return report.form.load();
  }

  @FieldResolver(() => Period)
  period(@Root() report: Report): Promise<Period | null> {
    return report.period.load();
  }

  @FieldResolver(() => [DataValue])
  values(
    @Root() report: Report,
    @Arg('first', () => Int) first: number,
    @Ctx() { loaders }: Context,
  ): Promise<DataValue[]> {
    return loaders.values(report.id, { first });
  }

  @Mutation(() => Report)
  saveReport(
    @Arg('form', () => String) formKey: string,
    @Arg('unit', () => String) code: string,
    @Arg('period', () => String) month: string,
    @Arg('items', () => [ReportItem]) items: ReportItem[],
    @Ctx() { em }: Context,
  ): Promise<Report> {
    return em.transactional(async (tx) => {
      const form = await tx.findOneOrFail(Form, { key: formKey });
      const unit = await tx.findOneOrFail(Unit, { code });
      const period = await tx.findOneOrFail(Period, { key: month });
      const indicators = await tx.find(Indicator, { key: { $in: items.map(({ indicator }) => indicator) } });
      const report = tx.create(Report, {
        form,
        unit,
        period,
        asOf: period.endsOn,
        program: form.program,
        note: 'Số liệu minh họa, không có thật.',
      } as never);
      for (const { indicator: key, value } of items) {
        const indicator = indicators.find((one) => one.key === key)!;
        const { program } = indicator;
        tx.create(DataValue, {
          report,
          unit,
          period,
          indicator,
          program,
          asOf: period.endsOn,
          value,
        } as never);
      }
      await tx.flush();
      return report;
    });
  }
}

@Resolver(() => DataValue)
export class DataValueResolver {
  @FieldResolver(() => Indicator)
  indicator(@Root() value: DataValue): Promise<Indicator | null> {
    return value.indicator.load();
  }
}
