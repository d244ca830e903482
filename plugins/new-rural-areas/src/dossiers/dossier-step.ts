import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { DossierState } from './dossier-state.js';
import { Dossier } from './dossier.js';

/** A step of a dossier on its way. Append-only. */
@ObjectType('NewRuralAreasDossierStep', {
  implements: Node,
  description: 'A step that was taken with a dossier, with its reason where one was asked for.',
})
@Entity({ schema: 'new_rural_areas', tableName: 'dossier_step' })
export class DossierStep {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => Dossier, fieldName: 'dossier_id' })
  @Field(() => Dossier, { nullable: true, description: 'The dossier that the step was taken with.' })
  dossier!: Rel<Dossier>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The commune of the dossier.' })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The mutation that took it: newRuralAreasSubmitDossier.' })
  step!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => DossierState, { nullable: true, description: 'The state before; null where it began.' })
  fromState: DossierState | null = null;

  @Property({ type: 'text' })
  @Field(() => DossierState, { description: 'The state after it.' })
  toState!: DossierState;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Why it was taken; null where no reason was asked for.',
  })
  reason: string | null = null;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day on which it was taken.' })
  takenOn!: string;

  @Property({ type: new BigIntType('number'), nullable: true })
  takenBy: number | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}
