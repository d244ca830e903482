import type { PluginServices } from '@phoihop/platform';
import { deriveStatuses } from './derive-statuses.js';

/**
 * Says at every start, of the communes of districts that keep titles here, that nothing was decided in quarters which
 * have ended since: those of the business year and the one before.
 */
export async function fillQuarters({ database, clock }: PluginServices): Promise<void> {
  const today = clock.businessDate;
  await database.asSystem('fill in quarters without a recognition', async (session) => {
    const units = await session.query<{ unit_id: number }>(
      'select distinct unit_id from new_rural_areas.recognition',
    );
    if (units.length === 0) return;
    await deriveStatuses(
      { session },
      {
        unitIds: units.map(({ unit_id }) => unit_id),
        from: `${Number(today.slice(0, 4)) - 1}-01-01`,
        to: today,
        today,
        missingOnly: true,
      },
    );
  });
}
