import {
  AdministrativeUnit,
  communeKinds,
  optionalText,
  putDerivedValue,
  requiredText,
  requireKindOfUnit,
} from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { codes } from '../codes/codes.js';
import { CodeList } from '../codes/code-list.js';
import { SubmitTipInput } from './tip-inputs.js';
import { newReceipt, TipReceipt } from './tip-receipt.js';

/**
 * The way in. Nothing here may tell who sent a tip: no audit row (it would name the caller and the request), no
 * idempotency key, no `entered_by` of the figure, nothing logged, no time of day. The table is written by a function
 * that gives back a number and no row, so that nobody who sends can read.
 */
@Resolver()
export class SubmitTipResolver {
  @Mutation(() => TipReceipt, {
    nullable: true,
    description:
      'Tells the police liaison of a crime without saying who one is, signed in or not. Nothing of the sender is kept, nothing can be read back.',
  })
  async crimePreventionSubmitTip(
    @Arg('input', () => SubmitTipInput, { description: 'Where, and what is known.' })
    input: SubmitTipInput,
    @Ctx() context: RequestContext,
  ): Promise<TipReceipt> {
    const receivedOn = context.clock.businessDate;
    const unit = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    await requireKindOfUnit(context, {
      unitId: unit,
      on: receivedOn,
      kinds: communeKinds,
      field: 'input.unit',
    });
    const content = requiredText(input.content, 'input.content', { minimum: 10, maximum: 4000 });
    const place = optionalText(input.place, 'input.place', { maximum: 300 });
    const topic = input.topic
      ? await codes.inForce(context, {
          list: CodeList.TIP_TOPIC,
          code: input.topic,
          on: receivedOn,
          field: 'input.topic',
        })
      : null;
    const receipt = newReceipt();
    const [counted] = await context.session.query<{ tips: number; quarter: string | null }>(
      'select tips, quarter from crime_prevention.receive_tip($1, $2, $3, $4, $5, $6)',
      [unit, topic, content, place, receipt, receivedOn],
    );
    await count(context, unit, counted!);
    return { receipt, receivedOn, unit };
  }
}

/**
 * Brings the number of tips up to date, in nobody's name. A tip is taken also when figures of the quarter are closed:
 * then it is not counted any more.
 */
async function count(
  { session }: RequestContext,
  unitId: number,
  { tips, quarter }: { tips: number; quarter: string | null },
): Promise<void> {
  if (quarter === null) return;
  const figure = {
    indicatorKey: 'crime-prevention.tips',
    unitId,
    periodId: quarter,
    figure: { value: String(tips) },
    origin: `CrimePreventionTip of ${quarter}`,
  };
  try {
    await session.savepoint(() => putDerivedValue({ session }, figure));
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'PERIOD_LOCKED') throw error;
  }
}
