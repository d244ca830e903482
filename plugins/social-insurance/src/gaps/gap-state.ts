import { ProblemError } from '@phoihop/platform';
import { registerEnumType } from 'type-graphql';

/** How far the talk with a household has come. */
export enum GapState {
  OPEN = 'OPEN',
  APPROACHED = 'APPROACHED',
  JOINED = 'JOINED',
  DECLINED = 'DECLINED',
}

registerEnumType(GapState, {
  name: 'SocialInsuranceGapState',
  description: 'How far the talk with a household that lacks insurance has come.',
  valuesConfig: {
    OPEN: { description: 'Nobody has spoken with the household yet.' },
    APPROACHED: { description: 'Someone has called on the household.' },
    JOINED: {
      description:
        'All its members are insured now; should one lose the insurance later, a new gap is noted.',
    },
    DECLINED: { description: 'The household does not wish to join; it may be asked again.' },
  },
});

/** Where the talk can go from where it stands: nobody joins or declines without having been called on. */
export const nextStates: Readonly<Record<GapState, readonly GapState[]>> = {
  OPEN: [GapState.APPROACHED],
  APPROACHED: [GapState.JOINED, GapState.DECLINED],
  DECLINED: [GapState.APPROACHED],
  JOINED: [],
};

/**
 * Refuses a step that the talk cannot take. To stay where it is, with a new number of people, is always possible.
 * @throws ProblemError SOCIAL_INSURANCE_GAP_STATE naming the states that are allowed.
 */
export function requireStep(current: GapState, wanted: GapState): void {
  const allowed = [current, ...nextStates[current]];
  if (allowed.includes(wanted)) return;
  throw new ProblemError('SOCIAL_INSURANCE_GAP_STATE', {
    field: 'input.state',
    given: wanted,
    current,
    allowed,
  });
}
