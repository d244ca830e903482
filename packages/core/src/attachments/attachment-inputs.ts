import { Field, ID, InputType } from 'type-graphql';

@InputType({
  description: 'An uploaded file, and the one document, activity, plan or report that it is attached to.',
})
export class AttachFileInput {
  @Field(() => ID, { description: 'The file, by the id that its upload answered with.' })
  attachment!: string;

  @Field(() => ID, { nullable: true, description: 'The document it is attached to, if it is a document.' })
  document?: string | null;

  @Field(() => ID, { nullable: true, description: 'The activity it is attached to, if it is an activity.' })
  activity?: string | null;

  @Field(() => ID, { nullable: true, description: 'The work plan it is attached to, if it is a plan.' })
  plan?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The report it is attached to, if it is one; not while it is handed in.',
  })
  report?: string | null;

  @Field(() => String, { nullable: true, description: 'What the file shows; at most 1000 characters.' })
  note?: string | null;

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A file to be taken off what it is attached to, and why.' })
export class DetachFileInput {
  @Field(() => ID, { description: 'The link between the two, by its global id.' })
  link!: string;

  @Field(() => String, { description: 'Why it does not belong there; kept with the link.' })
  reason!: string;

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}
