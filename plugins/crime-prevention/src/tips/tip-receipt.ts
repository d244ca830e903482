import { randomInt } from 'node:crypto';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';

/** All that a sender gets back. */
@ObjectType('CrimePreventionTipReceipt', {
  description: 'All that the sender of a tip gets: a number to name it by. Nothing can be read back with it.',
})
export class TipReceipt {
  @Field(() => String, { description: 'Number of the tip, for a call to the police: TG-4F7K-92QX-HM3D.' })
  receipt!: string;

  @Field(() => DateScalar, { description: 'The day on which it was received.' })
  receivedOn!: string;

  @Field(() => AdministrativeUnit, { nullable: true, description: 'Where it was sent to.' })
  unit!: number;
}

/** Letters and digits that are not taken for one another. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A number that says nothing: neither when the tip came nor how many came before it. */
export function newReceipt(): string {
  const group = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return `TG-${group()}-${group()}-${group()}`;
}
