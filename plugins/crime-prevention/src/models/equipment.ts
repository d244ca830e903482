import { refuse, requireCount } from '@phoihop/core';
import { inWords, type RequestContext } from '@phoihop/platform';
import { codes } from '../codes/codes.js';
import { CodeList } from '../codes/code-list.js';
import type { EquipmentInput } from './model-inputs.js';
import type { SecurityModel } from './security-model.js';

const pieces = { minimum: 0, maximum: 10_000 };
const mostKinds = 20;

/**
 * Sets how many pieces of some kinds a model has; kinds that are not named stay.
 * @throws ProblemError BAD_USER_INPUT for a kind named twice or too many of them; CRIME_CODE_NOT_IN_FORCE.
 */
export async function setEquipment(
  context: RequestContext,
  model: SecurityModel,
  equipment: readonly EquipmentInput[],
  on: string,
): Promise<void> {
  if (equipment.length > mostKinds) refuse('input.equipment', equipment.length, `≤ ${mostKinds}`);
  const named = new Set<string>();
  for (const [index, given] of equipment.entries()) {
    const at = `input.equipment.${index}`;
    if (named.has(given.kind))
      refuse(`${at}.kind`, given.kind, inWords({ vi: 'mỗi loại một lần', en: 'each kind once' }));
    named.add(given.kind);
    const kind = await codes.inForce(context, {
      list: CodeList.EQUIPMENT_KIND,
      code: given.kind,
      on,
      field: `${at}.kind`,
    });
    await context.session.query(
      `insert into crime_prevention.model_equipment (model_id, unit_id, kind_id, pieces) values ($1, $2, $3, $4)
       on conflict (model_id, kind_id) do update set pieces = excluded.pieces`,
      [model.id, model.unit.id, kind, requireCount(given.pieces, `${at}.pieces`, pieces)],
    );
  }
}

/** What a model has, code by code, for the audit trail. */
export async function equipmentOf(
  { session }: Pick<RequestContext, 'session'>,
  model: number,
): Promise<Record<string, number>> {
  const rows = await session.query<{ code: string; pieces: number }>(
    `select code.code, its.pieces from crime_prevention.model_equipment its
       join crime_prevention.code on code.id = its.kind_id where its.model_id = $1 order by code.code`,
    [model],
  );
  return Object.fromEntries(rows.map(({ code, pieces: count }) => [code, count]));
}
