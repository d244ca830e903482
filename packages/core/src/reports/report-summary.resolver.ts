import type { RequestContext, Row } from '@phoihop/platform';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { aggregateAnswer } from '../values/aggregate-answer.js';
import { ReportSummary } from './report-summary.js';
import { isSummary } from './report-step.js';
import { Report } from './report.js';
import { summaryOf } from './summary.js';

@Resolver(() => Report)
export class ReportSummaryResolver {
  @FieldResolver(() => ReportSummary, {
    nullable: true,
    description:
      'Of a report made of those below: their accepted figures put together, as they stand now, and who is missing. Null of reports that figures are entered into. For one report at a time: each is added up by itself.',
  })
  async summary(@Root() report: Row, @Ctx() context: RequestContext): Promise<ReportSummary | null> {
    if (!(await isSummary(context, report))) return null;
    const { lines, included, missing } = await summaryOf(context, report);
    const answer = {
      // Units are named as they were when they reported.
      asOf: report['asOf'] as string,
      lines: lines.map(({ position, indicator, part, aggregate }) => ({
        position,
        indicator,
        disaggregation: part,
        aggregate: aggregate && aggregateAnswer(context, aggregate, 'ACCEPTED_ONLY', null),
      })),
      included: included.map(({ version }) => version),
      missing: missing.map(({ unit }) => unit),
    };
    return answer;
  }
}
