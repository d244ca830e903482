import { refuse, requireCount, requiredText, requirePastDay } from '@phoihop/core';
import { inWords, type RequestContext } from '@phoihop/platform';
import { ActionPurpose, type ActionState } from './action-state.js';

/** What is said of an action and may be mended. */
export interface ActionFacts {
  readonly heldOn: string;
  readonly place: string;
  readonly participants: number;
  readonly wasteKg: string;
  readonly roadMeters: number;
  readonly canalMeters: number;
  readonly trees: number;
}

/** The same as it stands in the row, whose state is somebody else's matter. */
export const factsOf = (row: ActionFacts & { readonly state?: ActionState }): ActionFacts => ({
  heldOn: row.heldOn,
  place: row.place,
  participants: row.participants,
  wasteKg: row.wasteKg,
  roadMeters: row.roadMeters,
  canalMeters: row.canalMeters,
  trees: row.trees,
});

const much = { minimum: 0, maximum: 1_000_000 };

/** @throws ProblemError BAD_USER_INPUT or TEXT_LENGTH naming the field; what is for the climate weighs and measures nothing. */
export function checked(context: RequestContext, purpose: ActionPurpose, given: ActionFacts): ActionFacts {
  const facts = {
    heldOn: requirePastDay(context, given.heldOn, 'input.heldOn'),
    place: requiredText(given.place, 'input.place', { minimum: 2, maximum: 200 }),
    participants: requireCount(given.participants, 'input.participants', { minimum: 1, maximum: 100_000 }),
    wasteKg: kilograms(given.wasteKg),
    roadMeters: requireCount(given.roadMeters, 'input.roadMeters', much),
    canalMeters: requireCount(given.canalMeters, 'input.canalMeters', much),
    trees: requireCount(given.trees, 'input.trees', much),
  };
  if (purpose === ActionPurpose.CLIMATE)
    for (const field of ['wasteKg', 'roadMeters', 'canalMeters'] as const)
      if (Number(facts[field]) !== 0) refuse(`input.${field}`, facts[field], '0');
  return facts;
}

function kilograms(given: string): string {
  const field = 'input.wasteKg';
  if (!/^\d{1,7}(\.\d)?$/.test(given))
    refuse(field, given, inWords({ vi: '0–1000000, một chữ số thập phân', en: '0–1000000, one decimal' }));
  if (Number(given) > much.maximum) refuse(field, given, `0–${much.maximum}`);
  return given;
}
