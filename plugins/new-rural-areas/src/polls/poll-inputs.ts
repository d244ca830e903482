import { Field, ID, InputType, Int } from 'type-graphql';
import { Level } from '../criteria/level.js';

const key = 'UUID under which a repeated request has no second effect.';
const seen = 'The version that was seen; another one since then answers CONFLICT.';

@InputType('NewRuralAreasPollAreaInput', { description: 'A residential area that takes part in a poll.' })
export class PollAreaInput {
  @Field(() => ID, { description: 'Global id of the residential area; one of the unit that is polled.' })
  unit!: string;

  @Field(() => Int, { description: 'How many households live there; 1 to 100000.' })
  households!: number;
}

@InputType('NewRuralAreasOpenPollInput', { description: 'A poll that the Front opens.' })
export class OpenPollInput {
  @Field(() => ID, {
    description: 'Global id of the commune or district that people are asked about; never a town or a ward.',
  })
  unit!: string;

  @Field(() => Level, { description: 'The level that the poll is held for.' })
  level!: Level;

  @Field(() => Int, {
    description: 'How many households there are in the unit; at least those of the areas together.',
  })
  households!: number;

  @Field(() => [PollAreaInput], {
    description: 'The residential areas that are asked: of a commune all, of a district a sample.',
  })
  areas!: PollAreaInput[];

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}

@InputType('NewRuralAreasTallyInput', { description: 'The answers to one question in a residential area.' })
export class TallyInput {
  @Field(() => String, { description: 'Code of the question: OVERALL.' })
  question!: string;

  @Field(() => Int, { description: 'Households that said yes.' })
  yes!: number;

  @Field(() => Int, { description: 'Households that said no.' })
  no!: number;

  @Field(() => Int, { description: 'Households that said neither, spoiled ballots among them.' })
  other!: number;
}

@InputType('NewRuralAreasEnterTallyInput', {
  description:
    'What a residential area has counted; for each question the answers come to the households asked.',
})
export class EnterTallyInput {
  @Field(() => ID, { description: 'Global id of the area within the poll (not of the unit).' })
  pollArea!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => Int, { description: 'How many households were asked; at most those that live there.' })
  polled!: number;

  @Field(() => [TallyInput], { description: 'The answers to every question in force, each once.' })
  tallies!: TallyInput[];

  @Field(() => String, {
    nullable: true,
    description: 'Why the earlier count was wrong; asked for where the area has counted before.',
  })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}

@InputType('NewRuralAreasClosePollInput', { description: 'A poll of which every area has counted.' })
export class ClosePollInput {
  @Field(() => ID, { description: 'Global id of the poll.' })
  poll!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}

@InputType('NewRuralAreasCancelPollInput', { description: 'A poll that is given up.' })
export class CancelPollInput {
  @Field(() => ID, { description: 'Global id of the poll.' })
  poll!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why it is given up; 3 to 500 characters, shown with the poll.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}
