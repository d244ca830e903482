import { registerEnumType } from 'type-graphql';

/** Over what an assignment reaches; the same words as `ScopeReach` of `access/scopes.ts`. */
export enum AssignmentReach {
  SUBTREE = 'SUBTREE',
  EXACT = 'EXACT',
}

registerEnumType(AssignmentReach, {
  name: 'AssignmentReach',
  description: 'Over what a role reaches from the unit it is given over.',
  valuesConfig: {
    SUBTREE: { description: 'The unit with everything below it.' },
    EXACT: { description: 'The unit alone, without what is below it.' },
  },
});
