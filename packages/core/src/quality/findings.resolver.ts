import type { RequestContext, Row } from '@phoihop/platform';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Report } from '../reports/report.js';
import { brokenChecks, outliersOf } from './findings.js';
import { ReportFinding } from './report-finding.js';

@Resolver(() => Report)
export class FindingsResolver {
  @FieldResolver(() => [ReportFinding], {
    nullable: true,
    description:
      'What does not fit among its figures, errors first: rules that are broken, figures far from the unit’s own history. Computed anew each time, of what the caller may see; for one report at a time.',
  })
  async findings(@Root() report: Row, @Ctx() context: RequestContext): Promise<ReportFinding[]> {
    const broken = await brokenChecks(context, report.id);
    const outliers = await outliersOf(context, report.id);
    // Indicators and rules are named as they were when it was told.
    const asOf = report['asOf'] as string;
    return [
      ...broken.map(({ title, ...one }) => ({
        ...one,
        asOf,
        kind: 'CHECK' as const,
        message: context.translate('error.FINDING_CHECK', { title, given: one.given, against: one.against }),
        usualFrom: null,
        usualTo: null,
        history: null,
      })),
      ...outliers.map(({ from, to, ...one }) => ({
        ...one,
        asOf,
        kind: 'OUTLIER' as const,
        severity: 'WARNING' as const,
        message: context.translate('error.FINDING_OUTLIER', { ...one, from, to }),
        check: null,
        against: null,
        usualFrom: from,
        usualTo: to,
      })),
    ];
  }
}
