import type { PluginServices, Session } from '@phoihop/platform';
import { deriveAwards, deriveClusters, deriveRegistered } from '../derive-figures.js';
import { deriveMeetings } from '../meetings/derive-meetings.js';
import { rankYear } from '../ranking/rank-year.js';
import { countVotes } from '../vote/count-votes.js';
import { insertMeetings } from './meetings-sql.js';
import { insertProposals } from './load-proposals.js';
import { scoresOf2020, scoresOf2021 } from './scores-sql.js';
import { sheetsSql } from './sheets-sql.js';
import { insertVotes } from './votes-sql.js';
import { yearsSql } from './years-sql.js';

/** The business date that everything here is invented for. */
const TODAY = '2021-10-15';

/**
 * Two invented emulation years of Trảng Bom: 2020 wholly over, with a ranking, a named vote and awards; 2021 under way:
 * pacts signed in the first quarter, units scoring themselves. The sheet of 2022 as a draft. And proposals in every
 * state. All marked as demo.
 */
export async function loadDemo({ database, clock }: PluginServices): Promise<void> {
  if (clock.businessDate < TODAY) return;
  await database.asSystem('load the demonstration of emulation', async (session) => {
    await session.query('select pg_advisory_xact_lock(hashtext($1))', ['emulation-awards demo']);
    const loaded = await session.query('select from emulation_awards.emulation_year where demo limit 1');
    const clusters = await session.query(
      `select from core.unit_group where key like 'trang-bom-cluster-_-2021' and demo limit 1`,
    );
    if (loaded.length > 0 || clusters.length === 0) return;
    for (const statement of [...yearsSql, ...scoresOf2020, ...scoresOf2021, ...sheetsSql])
      await session.query(statement);
    const years = await session.query<{ id: number; year: number }>(
      'select id, year from emulation_awards.emulation_year where demo order by year',
    );
    const past = years.find(({ year }) => year === 2020)!;
    await rankYear({ session }, past.id);
    await session.query(`update emulation_awards.ranking set ranked_at = '2020-12-18 08:00+07'`);
    await session.query(insertVotes);
    await countVotes({ session }, past);
    await insertProposals(session);
    await session.query(insertMeetings);
    await deriveAll(session);
  });
}

/** Every figure that follows from what was entered. */
async function deriveAll(session: Session): Promise<void> {
  const [district] = await session.query<{ id: number }>(
    'select unit_id as id from emulation_awards.emulation_year where demo limit 1',
  );
  for (const year of [2020, 2021]) {
    await deriveClusters({ session }, { unitId: district!.id, year });
    await deriveAwards({ session }, { unitId: district!.id, year });
    const units = await session.query<{ id: number }>(
      `select distinct entry.unit_id as id from emulation_awards.entry entry
         join emulation_awards.emulation_year its on its.id = entry.emulation_year_id where its.year = $1 order by 1`,
      [year],
    );
    for (const { id } of units) await deriveRegistered({ session }, { unitId: id, year });
  }
  const meetings = await session.query<{ unit: number; day: string }>(
    'select distinct unit_id as unit, held_on::text as day from emulation_awards.review_meeting where demo order by 1, 2',
  );
  await deriveMeetings(
    { session },
    meetings.map(({ unit, day }) => ({ unitId: unit, day })),
  );
}
