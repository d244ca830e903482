import { registerEnumType } from 'type-graphql';

/** Which insurance a figure is about: health insurance (BHYT) or voluntary social insurance (BHXH tự nguyện). */
export enum InsuranceKind {
  HEALTH = 'HEALTH',
  VOLUNTARY_SOCIAL = 'VOLUNTARY_SOCIAL',
}

registerEnumType(InsuranceKind, {
  name: 'SocialInsuranceKind',
  description: 'Which insurance a figure is about.',
  valuesConfig: {
    HEALTH: { description: 'Health insurance (bảo hiểm y tế): a valid card.' },
    VOLUNTARY_SOCIAL: {
      description: 'Voluntary social insurance (bảo hiểm xã hội tự nguyện): contributing on the day.',
    },
  },
});
