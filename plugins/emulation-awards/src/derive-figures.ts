import { putDerivedValues, type DerivedValueTarget } from '@phoihop/core';

/** A unit and a year of which something has changed. */
export interface ChangedYear {
  readonly unitId: number;
  readonly year: number;
}

interface Counted {
  readonly value: number | null;
  readonly origin: number | null;
  readonly demo: boolean | null;
}

/**
 * Brings one figure of a unit up to date, in the transaction of the change it follows from. Each is counted from rows
 * that whoever changes them sees whole: what a unit has registered from its own, what a district has decided by those
 * who decide. Where there was nothing yet, nothing is put.
 */
const derive =
  (indicatorKey: string, type: string, sql: string) =>
  async (target: DerivedValueTarget, { unitId, year }: ChangedYear): Promise<void> => {
    const [counted] = await target.session.query<Counted>(sql, [unitId, year]);
    const { value, origin, demo } = counted!;
    if (value === null || origin === null) return;
    await putDerivedValues(target, [
      {
        indicatorKey,
        unitId,
        periodId: String(year),
        figure: { value: String(value) },
        origin: `${type}:${origin}`,
        demo: demo ?? false,
      },
    ]);
  };

/** T-16: how many clusters the district has in the year. */
export const deriveClusters = derive(
  'emulation-awards.clusters',
  'EmulationAwardsYear',
  `select count(*)::int as value, min(year.id) as origin, bool_or(year.demo) as demo
     from emulation_awards.cluster_year its join emulation_awards.emulation_year year on year.id = its.emulation_year_id
    where year.unit_id = $1 and year.year = $2`,
);

/** Whether the unit strives for a title this year: 1, or 0 once it has withdrawn everything. */
export const deriveRegistered = derive(
  'emulation-awards.units-registered',
  'EmulationAwardsEntry',
  `select bool_or(its.withdrawn_on is null)::int as value, min(entry.id) as origin, bool_or(entry.demo) as demo
     from emulation_awards.registration its
     join emulation_awards.entry entry on entry.id = its.entry_id
     join emulation_awards.emulation_year year on year.id = entry.emulation_year_id
    where entry.unit_id = $1 and year.year = $2`,
);

/** How many titles and rewards the district decided in the year and did not revoke. */
export const deriveAwards = derive(
  'emulation-awards.awards-decided',
  'EmulationAwardsProposal',
  `select (count(*) filter (where state <> 'REVOKED'))::int as value, max(id) as origin, bool_or(demo) as demo
     from emulation_awards.proposal where district_id = $1 and extract(year from decided_on) = $2`,
);
