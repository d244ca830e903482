import { registerEnumType } from 'type-graphql';

/** Where people in quarantine are. */
export enum QuarantinePlace {
  HOME = 'HOME',
  CENTER = 'CENTER',
  SEALED_AREA = 'SEALED_AREA',
}

registerEnumType(QuarantinePlace, {
  name: 'Covid19QuarantinePlace',
  description: 'Where people in quarantine are.',
  valuesConfig: {
    HOME: { description: 'At home.' },
    CENTER: { description: 'In a quarantine center.' },
    SEALED_AREA: { description: 'In an area that is sealed off.' },
  },
});
