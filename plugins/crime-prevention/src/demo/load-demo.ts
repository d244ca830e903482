import { putDerivedValues } from '@phoihop/core';
import type { PluginServices, Session } from '@phoihop/platform';
import { deriveModels } from '../models/derive-models.js';
import { insertCases, insertReviews } from './cases.js';
import { insertFigures } from './figures.js';
import { insertEquipment, insertModels } from './models.js';
import { insertAssessments, insertResults } from './safe-areas.js';
import { insertTips, insertTipSteps, policeLiaison } from './tips.js';

/**
 * Invented records of the 17 units of Trảng Bom until the business date: deterministic, every row marked as demo. The
 * police account of the demonstration becomes the liaison who reads tips; the figures come from the rows, as they
 * would from people’s.
 */
export async function loadDemo({ database, clock }: PluginServices): Promise<void> {
  const today = clock.businessDate;
  await database.asSystem('load the demonstration of crime prevention', async (session) => {
    await session.query('select pg_advisory_xact_lock(hashtext($1))', ['crime-prevention demo']);
    const loaded = await session.query('select from crime_prevention.security_model where demo limit 1');
    if (loaded.length > 0) return;
    await session.query(policeLiaison);
    const models = await session.query<{ unit_id: number }>(insertModels, [today]);
    await session.query(insertEquipment);
    await session.query(insertTips, [today]);
    await session.query(insertTipSteps);
    await session.query(insertCases, [today]);
    await session.query(insertReviews, [today]);
    await session.query(insertAssessments, [today]);
    await session.query(insertResults);
    await session.query(insertFigures, [today]);
    const unitIds = [...new Set(models.map((row) => row.unit_id))];
    await deriveModels({ session }, { unitIds, from: '2020-10-01', today, demo: true });
    await deriveRest(session, today);
  });
}

interface Counted {
  readonly key: string;
  readonly unit: number;
  readonly period: string;
  readonly value: string | null;
  readonly status: string | null;
  readonly origin: string;
}

/** Tips, people helped and recognitions as figures. */
async function deriveRest(session: Session, today: string): Promise<void> {
  const counted = await session.query<Counted>(counts, [today]);
  await putDerivedValues(
    { session },
    counted.map(({ key, unit, period, value, status, origin }) => ({
      indicatorKey: `crime-prevention.${key}`,
      unitId: unit,
      periodId: period,
      figure: value === null ? { status } : { value },
      origin,
      state: key === 'safe-areas' ? 'ACCEPTED' : 'PROVISIONAL',
      demo: true,
    })),
  );
}

const counts = /* sql */ `
with quarter as (
  select key, starts_on, least(ends_on, $1::date) as day from core.period
   where calendar_key = 'QUARTER' and starts_on between '2021-01-01' and $1::date
), commune as (
  select distinct unit_id from crime_prevention.safe_area_assessment where demo
)
select 'tips' as key, commune.unit_id as unit, quarter.key as period, count(tip.id)::text as value, null as status,
       'CrimePreventionTip of ' || quarter.key as origin
  from commune cross join quarter
  left join crime_prevention.tip on tip.unit_id = commune.unit_id and tip.received_on between quarter.starts_on and quarter.day
 group by commune.unit_id, quarter.key
union all
select 'persons-helped', helped.commune, helped.quarter, helped.persons::text, null,
       'CrimePreventionRehabilitationCase of ' || helped.quarter
  from commune cross join quarter cross join lateral crime_prevention.persons_helped(commune.unit_id, quarter.day) helped
union all
select 'safe-areas', unit_id, year::text, null, case state when 'RECOGNIZED' then 'recognized' else 'none' end,
       'CrimePreventionSafeAreaAssessment:' || id
  from crime_prevention.safe_area_assessment where demo and state in ('RECOGNIZED', 'REFUSED')
 order by 1, 2, 3`;
