import { putDerivedValues, type DerivedValueTarget } from '@phoihop/core';

/** What a quarter has of a commune: all polls closed in it together. */
interface QuarterlyFigure {
  readonly poll_id: number;
  readonly unit_id: number;
  readonly quarter: string;
  readonly yes: number;
  readonly polled: number;
  readonly households: number;
  readonly demo: boolean;
}

/**
 * Brings satisfaction and coverage of the communes of these polls up to date for the quarters in which they were closed.
 * Counts of several polls of a quarter are added, never their rates. Polls of districts are not figures of a commune.
 */
export async function derivePolls(target: DerivedValueTarget, pollIds: readonly number[]): Promise<void> {
  const figures = await target.session.query<QuarterlyFigure>(select, [pollIds]);
  await putDerivedValues(
    target,
    figures.flatMap(({ poll_id, unit_id: unitId, quarter: periodId, yes, polled, households, demo }) => {
      const of = { unitId, periodId, origin: `NewRuralAreasPoll:${poll_id}`, demo };
      const figure = (numerator: number, denominator: number) => ({
        numerator: String(numerator),
        denominator: String(denominator),
      });
      return [
        ...(polled > 0
          ? [{ ...of, indicatorKey: 'new-rural-areas.satisfaction-rate', figure: figure(yes, polled) }]
          : []),
        { ...of, indicatorKey: 'new-rural-areas.poll-coverage-rate', figure: figure(polled, households) },
      ];
    }),
  );
}

/** By the first decisive question: the one of the results as a whole. */
const select = /* sql */ `
  with touched as (
    select distinct poll.unit_id, quarter.id, quarter.key, quarter.starts_on, quarter.ends_on
      from new_rural_areas.poll
      join new_rural_areas.poll_rule rule on rule.id = poll.rule_id and rule.scope = 'COMMUNE'
      join core.period quarter on quarter.calendar_key = 'QUARTER' and poll.closed_on between quarter.starts_on and quarter.ends_on
     where poll.id = any ($1::bigint[]) and poll.state = 'CLOSED')
  select max(poll.id) as poll_id, touched.unit_id, touched.key as quarter, coalesce(sum(total.yes), 0)::int as yes,
         sum(poll.polled)::int as polled, sum(poll.households)::int as households, bool_or(poll.demo) as demo
    from touched
    join new_rural_areas.poll on poll.unit_id = touched.unit_id and poll.state = 'CLOSED'
     and poll.closed_on between touched.starts_on and touched.ends_on
    left join lateral (
      select its.yes from new_rural_areas.poll_total its
        join new_rural_areas.poll_question question on question.id = its.question_id and question.decisive
       where its.poll_id = poll.id order by question.position limit 1) total on true
   group by touched.unit_id, touched.key`;
