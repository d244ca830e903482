import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType } from 'type-graphql';
import { OrganizationKind } from './organization-kind.js';
import { OrganizationRelationType } from './organization-relation.js';

@InputType({ description: 'How a new organization stands to one that is there.' })
export class CreateOrganizationRelationInput {
  @Field(() => OrganizationRelationType, {
    description: 'How the new one stands to the other: MEMBER of it, SUBORDINATE to it.',
  })
  type!: OrganizationRelationType;

  @Field(() => ID, { description: 'The organization it stands so to.' })
  to!: string;

  @Field(() => String, { nullable: true, description: 'The law, statute or agreement behind it, as cited.' })
  legalBasis?: string | null;
}

@InputType({ description: 'A new organization with its first version.' })
export class CreateOrganizationInput {
  @Field(() => String, {
    description:
      'Lasting name for machines: small letters, digits and hyphens; no other organization has it.',
  })
  key!: string;

  @Field(() => String, { description: 'Full name as documents write it, in Vietnamese.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The usual abbreviation, where there is one.' })
  shortName?: string | null;

  @Field(() => OrganizationKind, { description: 'What it is in the political system or outside of it.' })
  kind!: OrganizationKind;

  @Field(() => ID, {
    description: 'The unit whose level it belongs to; the caller manages organizations there.',
  })
  unit!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day of it; the business date when not given.',
  })
  validFrom?: string | null;

  @Field(() => String, { nullable: true, description: 'The decision or congress behind it, as cited.' })
  legalBasis?: string | null;

  @Field(() => [CreateOrganizationRelationInput], {
    nullable: true,
    description: 'How it stands to other organizations from its first day.',
  })
  relations?: CreateOrganizationRelationInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repetition of the request has no second effect.',
  })
  idempotencyKey?: string | null;
}
