import type { PluginServices, Session } from '@phoihop/platform';
import { loadCriteria, readCriteriaSets } from '../criteria/load-criteria.js';
import { insertTotals, judge } from '../polls/close-poll.js';
import { derivePolls } from '../polls/derive-polls.js';
import { deriveVisits } from '../visits/derive-visits.js';
import { assessments, dossiers, earlierTitles, polls, rechecks, visits } from './demo-plan.js';
import { stepsOf } from './demo-steps.js';
import * as sql from './demo-sql.js';

/**
 * Invented titles, dossiers, self-assessments, polls and visits of the 16 communes of Trảng Bom: every state of the way
 * is there to be seen. Deterministic, every row marked as demo; loaded once.
 */
export async function loadDemo(services: PluginServices): Promise<void> {
  await loadCriteria(services, await readCriteriaSets('criteria-sets.demo'), true);
  await services.database.asSystem('load the demonstration of new rural areas', async (session) => {
    await session.query('select pg_advisory_xact_lock(hashtext($1))', ['new-rural-areas demo']);
    const loaded = await session.query('select 1 from new_rural_areas.dossier where demo limit 1');
    if (loaded.length > 0) return;
    await put(session, sql.insertAssessments, assessments);
    await put(session, sql.insertResults, assessments);
    await session.query(sql.insertCorrection);
    await session.query(sql.insertAssessors);
    await session.query(sql.insertEvidence);
    await loadPolls(session);
    await put(session, sql.insertDossiers, dossiers);
    await put(session, sql.insertSteps, dossiers.flatMap(stepsOf));
    await put(session, sql.insertRecognitions, dossiers);
    await put(session, sql.insertEarlier, earlierTitles);
    await put(session, sql.insertRechecks, rechecks);
    await put(session, sql.insertVisits, visits);
    const units = await session.query<{ unit_id: number }>(
      'select distinct unit_id from new_rural_areas.supervision_visit',
    );
    await deriveVisits({ session }, { unitIds: units.map(({ unit_id }) => unit_id) });
  });
}

async function loadPolls(session: Session): Promise<void> {
  await put(session, sql.insertPolls, polls);
  await put(session, sql.insertAreas, polls);
  await put(session, sql.insertTallies, polls);
  const ended = await session.query<Ended>(sql.pollsToClose, [JSON.stringify(polls)]);
  for (const { id, closed_on, closed_by, polled } of ended) {
    await session.query(insertTotals, [id]);
    const [judged] = await session.query<{ passed: boolean }>(judge, [id, polled]);
    await session.query(sql.closePoll, [id, closed_on, closed_by, polled, judged!.passed]);
  }
  await derivePolls(
    { session },
    ended.map(({ id }) => id),
  );
}

interface Ended {
  readonly id: number;
  readonly closed_on: string;
  readonly closed_by: number | null;
  readonly polled: number;
}

const put = (session: Session, statement: string, facts: readonly object[]): Promise<unknown> =>
  session.query(statement, [JSON.stringify(facts)]);
