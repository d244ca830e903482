import { putDemoDrafts } from '@phoihop/core';
import type { PluginServices } from '@phoihop/platform';
import { deriveActions } from '../actions/derive-actions.js';
import { deriveCommitments } from '../commitments/derive-commitments.js';
import { deriveModels } from '../models/derive-models.js';
import { insertActions } from './actions.js';
import { insertCommitments, insertOrganizations, insertReviews } from './commitments.js';
import { insertFigures } from './figures.js';
import { insertModels } from './models.js';
import { demoDrafts } from './reports.js';

/**
 * Invented records of the 17 units of Trảng Bom until the business date: deterministic, every row marked as demo. The
 * figures come from the rows, as they would from people’s.
 */
export async function loadDemo({ database, clock }: PluginServices): Promise<void> {
  const today = clock.businessDate;
  await database.asSystem('load the demonstration of the environment', async (session) => {
    await session.query('select pg_advisory_xact_lock(hashtext($1))', ['environment demo']);
    const loaded = await session.query('select from environment.model where demo limit 1');
    if (loaded.length > 0) return;
    const models = await session.query<{ unit_id: number }>(insertModels, [today]);
    const actions = await session.query<{ unit_id: number; held_on: string }>(insertActions, [today]);
    await session.query(insertOrganizations);
    await session.query(insertCommitments);
    const reviews = await session.query<{ unit_id: number; year: number }>(insertReviews, [today]);
    await putDemoDrafts(session, demoDrafts, today);
    await session.query(insertFigures, [today]);
    const demo = true;
    await deriveModels({ session }, { unitIds: unitsOf(models), from: '2020-10-01', today, demo });
    const days = [...new Set(actions.map((row) => row.held_on))];
    await deriveActions({ session }, { unitIds: unitsOf(actions), days, demo });
    for (const year of new Set(reviews.map((row) => row.year)))
      await deriveCommitments({ session }, { unitIds: unitsOf(reviews), year, demo });
  });
}

const unitsOf = (rows: readonly { unit_id: number }[]): number[] => [
  ...new Set(rows.map((row) => row.unit_id)),
];
