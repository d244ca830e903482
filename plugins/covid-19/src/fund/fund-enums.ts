import { registerEnumType } from 'type-graphql';

/** What a fund is counted in; one fund holds one kind of thing. */
export enum FundMeasure {
  VND = 'VND',
  KILOGRAM = 'KILOGRAM',
  SET = 'SET',
  PIECE = 'PIECE',
}

registerEnumType(FundMeasure, {
  name: 'Covid19FundMeasure',
  description: 'What a fund is counted in; one fund holds one kind of thing.',
  valuesConfig: {
    VND: { description: 'Money, in dong.' },
    KILOGRAM: { description: 'Rice, vegetables and the like, in kilograms.' },
    SET: { description: 'Gift sets, meals.' },
    PIECE: { description: 'Masks, tests, devices, one by one.' },
  },
});

/** Which way an entry goes. */
export enum FundDirection {
  RECEIVED = 'RECEIVED',
  GIVEN = 'GIVEN',
}

registerEnumType(FundDirection, {
  name: 'Covid19FundDirection',
  description: 'Which way something goes.',
  valuesConfig: {
    RECEIVED: { description: 'It came in.' },
    GIVEN: { description: 'It went out.' },
  },
});
