import type { RequestContext } from '@phoihop/platform';
import { Outcome } from '../assessments/outcome.js';
import { statusIndicators } from '../recognitions/derive-statuses.js';
import { setInForce } from '../criteria/set-in-force.js';
import type { GapAnswer } from './gap-answer.js';
import { readMatrix, type MatrixQuestion } from './read-matrix.js';
import { heldOn } from './read-statuses.js';

/**
 * What is still missing to a target of newly recognized communes (T-03, T-04), and who is nearest.
 * @throws ProblemError as the matrix does.
 */
export async function readGap(context: RequestContext, question: MatrixQuestion): Promise<GapAnswer> {
  const { unitId, level, year } = question;
  const matrix = await readMatrix(context, question);
  const { asOf } = matrix;
  const unitIds = matrix.rows.map(({ unit }) => unit);
  const held = await heldOn(context, { unitIds, on: asOf });
  const { prerequisite } = await setInForce(context, { unitId, level, on: asOf, field: 'level' });
  const holds = (unit: number, its: string): boolean =>
    held.some((one) => one.unit_id === unit && one.level === its);
  const reached = held
    .filter((one) => one.level === level && one.since.startsWith(`${year}-`))
    .sort((a, b) => a.since.localeCompare(b.since) || a.recognition - b.recognition);
  const [target] = await context.session.query<{ code: string | null; value: string }>(selectTarget, [
    unitId,
    statusIndicators.find((one) => one.level === level)?.indicatorKey ?? null,
    String(year),
  ]);
  const under = await context.session.query<UnderWay>(selectUnderWay, [unitIds, level, year, asOf]);
  const candidates = matrix.rows
    .filter(({ unit }) => !holds(unit, level))
    .map(({ unit, assessment, missing, cells }) => ({
      unit,
      eligible: prerequisite === null || holds(unit, prerequisite),
      assessed: assessment !== null,
      missing,
      missingCriteria: cells
        .filter(({ outcome }) => outcome === null || outcome === Outcome.NOT_MET)
        .map(({ criterion }) => criterion),
      pollPassed: under.find((one) => one.unit_id === unit)!.passed,
      dossier: under.find((one) => one.unit_id === unit)!.dossier,
      asOf,
    }));
  // Rows come in the order of codes, and sorting keeps it among equals.
  candidates.sort((a, b) => Number(b.eligible) - Number(a.eligible) || a.missing - b.missing);
  return {
    unit: unitId,
    level,
    year,
    target: target?.code ?? null,
    wanted: target?.value ?? null,
    reached: reached.length,
    needed: target ? stillNeeded(target.value, reached.length) : null,
    recognitions: reached.map(({ recognition }) => recognition),
    candidates,
    asOf,
  };
}

interface UnderWay {
  readonly unit_id: number;
  readonly dossier: number | null;
  readonly passed: boolean;
}

/** Targets of this kind count communes: whole numbers. */
const stillNeeded = (wanted: string, reached: number): string => {
  const missing = BigInt(wanted.split('.')[0]!) - BigInt(reached);
  return String(missing > 0n ? missing : 0n);
};

const selectTarget = /* sql */ `
  select target.code, trim_scale(target.value)::text as value
    from core.target
    join core.indicator on indicator.id = target.indicator_id and indicator.key = $2
    join core.period on period.id = target.period_id and period.calendar_key = 'YEAR' and period.key = $3
   where target.unit_id = $1 order by target.id limit 1`;

const selectUnderWay = /* sql */ `
  select asked.unit_id,
         (select max(dossier.id) from new_rural_areas.dossier where dossier.unit_id = asked.unit_id and dossier.level = $2
            and dossier.state in ('REGISTERED', 'ASSESSED', 'POLLED', 'SUBMITTED', 'RETURNED', 'APPRAISED')) as dossier,
         exists (select from new_rural_areas.poll where poll.unit_id = asked.unit_id and poll.level = $2 and poll.passed
           and poll.closed_on between make_date($3, 1, 1) and $4::date) as passed
    from unnest($1::bigint[]) as asked (unit_id)`;
