import { changeVersion, requireReason } from '@phoihop/core';
import type { RequestContext } from '@phoihop/platform';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { closePoll, pollAt } from './close-poll.js';
import { enterTally } from './enter-tally.js';
import { openPoll } from './open-poll.js';
import { PollArea } from './poll-area.js';
import { CancelPollInput, ClosePollInput, EnterTallyInput, OpenPollInput } from './poll-inputs.js';
import { PollResult } from './poll-result.js';
import { Poll } from './poll.js';
import { readPollResult } from './read-poll-result.js';

@Resolver()
export class PollResolver {
  @Query(() => PollResult, {
    nullable: true,
    description:
      'What came of a closed poll: how many were asked, what they said, and whether it was enough. For callers who see the unit it is about.',
  })
  newRuralAreasPollResult(
    @Arg('poll', () => ID, { description: 'Global id of the poll.' }) poll: string,
    @Ctx() context: RequestContext,
  ): Promise<PollResult> {
    return readPollResult(context, poll);
  }

  @Mutation(() => Poll, {
    nullable: true,
    description:
      'Opens a satisfaction poll in a commune or a district, led by the Front; the rule in force on the day decides what it must reach.',
  })
  newRuralAreasOpenPoll(
    @Arg('input', () => OpenPollInput, {
      description: 'What people are asked about, and which areas are asked.',
    })
    input: OpenPollInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return openPoll(context, input);
  }

  @Mutation(() => PollArea, {
    nullable: true,
    description:
      'Enters what a residential area has counted, or corrects it with a reason; never by who judged the commune or signed its self-assessment.',
  })
  newRuralAreasEnterTally(
    @Arg('input', () => EnterTallyInput, { description: 'The area within the poll, and its answers.' })
    input: EnterTallyInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return enterTally(context, input);
  }

  @Mutation(() => Poll, {
    nullable: true,
    description:
      'Closes a poll of which every area has counted, and judges it. Nothing of it changes any more.',
  })
  newRuralAreasClosePoll(
    @Arg('input', () => ClosePollInput, { description: 'The poll in the version seen.' })
    input: ClosePollInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return closePoll(context, input);
  }

  @Mutation(() => Poll, {
    nullable: true,
    description: 'Gives a poll up with a reason. It stays in the list, and another one may be opened.',
  })
  async newRuralAreasCancelPoll(
    @Arg('input', () => CancelPollInput, { description: 'The poll in the version seen, and why.' })
    input: CancelPollInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { poll, to } = await pollAt(context, input.poll, 'newRuralAreasCancelPoll');
    const reason = requireReason(input.reason);
    await changeVersion(context, {
      table: 'new_rural_areas.poll',
      id: poll.id,
      expected: input.expectedVersion,
      set: {
        state: to,
        closed_on: context.clock.businessDate,
        closed_by: context.caller.userId,
        cancel_reason: reason,
      },
    });
    await context.audit(
      'new-rural-areas:cancel-poll',
      { type: 'NewRuralAreasPoll', id: poll.id },
      { reason },
    );
    return poll.id;
  }
}
