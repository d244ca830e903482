import type { CustomFilter, Translated } from '@phoihop/platform';
import { GraphQLID } from 'graphql';
import { unitIdParameter } from '../units/unit-id-parameter.js';
import { inForce } from './in-force.js';

const ofThisUnit: Translated = {
  en: 'Only rows of this unit and of the units below it, at any depth.',
  vi: 'Chỉ lấy các dòng của đơn vị này và của mọi đơn vị bên dưới, ở bất kỳ cấp nào.',
};

/**
 * The filter `under`: rows that belong to a unit or to one below it, at any depth, on the date the list is read as of.
 * Row rules still decide which of them the caller sees.
 * @param column The column with the unit's id.
 */
export const unitsUnder = (words: Translated = ofThisUnit, column = 'unit_id'): CustomFilter => ({
  type: GraphQLID,
  description: words.en,
  vietnamese: words.vi,
  parameter: unitIdParameter('filter.under'),
  sql: (row, unit, asOf) => `${row}.${column} in (
    select part.unit_id from core.unit_reach whole
      join core.unit_reach part on part.own and part.path operator(public.<@) whole.path
     where whole.unit_id = ${unit}::bigint and whole.own and ${inForce('whole', asOf)} and ${inForce('part', asOf)})`,
});
