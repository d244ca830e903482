import type { RequestContext } from '@phoihop/platform';
import type { SheetLine } from './sheet-lines.js';
import type { SheetAction } from './sheet-state.js';

/** Writes the lines of a draft anew. Those it had belong to no sheet any more, and are kept with the one they were dropped from. */
export async function writeLines(
  { session }: RequestContext,
  sheetId: number,
  lines: readonly SheetLine[],
): Promise<void> {
  await session.query(
    'update emulation_awards.criterion set dropped_from_id = sheet_id, sheet_id = null where sheet_id = $1',
    [sheetId],
  );
  await session.query(
    `insert into emulation_awards.criterion (sheet_id, number, title_vi, title_en, kind, maximum, source, indicator, zero_at, full_at, per_late, per_missing)
     select $1, line.number, line."titleVi", line."titleEn", line.kind, line.maximum, line.source, line.indicator, line."zeroAt", line."fullAt",
         line."perLate", line."perMissing"
       from rows from (jsonb_to_recordset($2::jsonb) as (number text, "titleVi" text, "titleEn" text, kind text, maximum numeric, source text,
         indicator text, "zeroAt" numeric, "fullAt" numeric, "perLate" numeric, "perMissing" numeric)) with ordinality
         as line (number, "titleVi", "titleEn", kind, maximum, source, indicator, "zeroAt", "fullAt", "perLate", "perMissing", n)
      order by line.n`,
    [sheetId, JSON.stringify(lines)],
  );
}

/** The lines of a sheet, to be written into another. */
export const linesOf = ({ session }: RequestContext, sheetId: number): Promise<SheetLine[]> =>
  session.query<SheetLine>(
    `select number, title_vi as "titleVi", title_en as "titleEn", kind, trim_scale(maximum)::text as maximum, source, indicator,
         zero_at::text as "zeroAt", full_at::text as "fullAt", trim_scale(per_late)::text as "perLate", trim_scale(per_missing)::text as "perMissing"
       from emulation_awards.criterion where sheet_id = $1 order by id`,
    [sheetId],
  );

/** Writes down who did what with a sheet. */
export async function writeSheetStep(
  context: RequestContext,
  sheet: { readonly id: number; readonly unit: number },
  action: SheetAction,
  reason?: string,
): Promise<void> {
  await context.session.query(
    `insert into emulation_awards.sheet_step (sheet_id, unit_id, action, reason, taken_on, taken_by) values ($1, $2, $3, $4, $5, $6)`,
    [sheet.id, sheet.unit, action, reason ?? null, context.clock.businessDate, context.caller.userId],
  );
}
