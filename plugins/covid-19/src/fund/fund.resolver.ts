import {
  AdministrativeUnit,
  found,
  refuse,
  requireAnotherPerson,
  requiredText,
  requirePastDay,
  requireReason,
  requireScope,
} from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { FundEntry } from './fund-entry.js';
import { FundDirection } from './fund-enums.js';
import { OpenFundInput, RecordFundEntryInput, ReverseFundEntryInput } from './fund-inputs.js';
import { Fund } from './fund.js';

const scopeOf = (unitId: number, field: string) => ({ unitId, program: 'PRG-28', field });

@Resolver()
export class FundResolver {
  @Mutation(() => Fund, { nullable: true, description: 'Opens a fund of money, or of one kind of goods.' })
  async covid19OpenFund(
    @Arg('input', () => OpenFundInput, { description: 'Whose fund it is, and of what.' })
    input: OpenFundInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const unit = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    await requireScope(context, 'covid-19:fund', scopeOf(unit, 'input.unit'));
    const [row] = await context.session.query<{ id: number }>(
      'insert into covid_19.fund (unit_id, name, measure, opened_on) values ($1, $2, $3, $4) returning id',
      [
        unit,
        requiredText(input.name, 'input.name', { minimum: 3, maximum: 200 }),
        input.measure,
        requirePastDay(context, input.openedOn, 'input.openedOn'),
      ],
    );
    await context.audit('covid-19:open-fund', { type: 'Covid19Fund', id: row!.id });
    return row!.id;
  }

  @Mutation(() => FundEntry, { nullable: true, description: 'Enters what a fund has received or given.' })
  async covid19RecordFundEntry(
    @Arg('input', () => RecordFundEntryInput, {
      description: 'The fund, which way, how much, from or to whom.',
    })
    input: RecordFundEntryInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const fund = await found(context, Fund, input.fund, 'input.fund');
    await requireScope(context, 'covid-19:fund', scopeOf(fund['unit'] as number, 'input.fund'));
    const day = requirePastDay(context, input.day, 'input.day');
    if (day < String(fund['openedOn'])) refuse('input.day', day, `≥ ${fund['openedOn']}`);
    if (!/^\d{1,13}(\.\d{1,2})?$/.test(input.amount) || Number(input.amount) === 0)
      refuse('input.amount', input.amount, '> 0, 0.01');
    const out = input.direction === FundDirection.GIVEN;
    if (out) await requireHeld(context, fund.id, input.amount, 'input.amount');
    return enter(context, {
      fund: fund.id,
      unit: fund['unit'] as number,
      direction: input.direction,
      amount: input.amount,
      day,
      counterpart: requiredText(input.counterpart, 'input.counterpart', { minimum: 2, maximum: 200 }),
      purpose: requiredText(input.purpose, 'input.purpose', { minimum: 3, maximum: 300 }),
    });
  }

  @Mutation(() => FundEntry, {
    nullable: true,
    description: 'Takes back a wrong entry by another that goes the other way. Who entered it cannot.',
  })
  async covid19ReverseFundEntry(
    @Arg('input', () => ReverseFundEntryInput, { description: 'The entry, and why it was wrong.' })
    input: ReverseFundEntryInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const reason = requireReason(input.reason, 'input.reason');
    const entry = await found(context, FundEntry, input.entry, 'input.entry');
    await requireScope(context, 'covid-19:fund-reverse', scopeOf(entry['unit'] as number, 'input.entry'));
    const [by] = await context.session.query<{ recorded_by: number | null; reversed: boolean }>(
      `select recorded_by, exists (select from covid_19.fund_entry other where other.reverses_id = entry.id) as reversed
         from covid_19.fund_entry entry where id = $1`,
      [entry.id],
    );
    if (by!.reversed || entry['reverses'] !== null)
      throw new ProblemError('COVID_FUND_ENTRY_REVERSED', { field: 'input.entry' });
    await requireAnotherPerson(context, [by!.recorded_by], 'input.entry');
    const back = entry['direction'] === FundDirection.GIVEN ? FundDirection.RECEIVED : FundDirection.GIVEN;
    const amount = String(entry['amount']);
    if (back === FundDirection.GIVEN)
      await requireHeld(context, entry['fund'] as number, amount, 'input.entry');
    return enter(context, {
      fund: entry['fund'] as number,
      unit: entry['unit'] as number,
      direction: back,
      amount,
      day: context.clock.businessDate,
      counterpart: String(entry['counterpart']),
      purpose: String(entry['purpose']),
      reverses: entry.id,
      reason,
    });
  }
}

/** Nothing is given that is not there; the fund is held until the entry is in. @throws ProblemError COVID_FUND_OVERDRAWN */
async function requireHeld(
  { session }: RequestContext,
  fund: number,
  amount: string,
  field: string,
): Promise<void> {
  const [row] = await session.query<{ balance: string; enough: boolean }>(
    'select balance::text, balance >= $2::numeric as enough from covid_19.fund where id = $1 for update',
    [fund, amount],
  );
  if (!row!.enough)
    throw new ProblemError('COVID_FUND_OVERDRAWN', { field, given: amount, allowed: row!.balance });
}

interface Entry {
  readonly fund: number;
  readonly unit: number;
  readonly direction: FundDirection;
  readonly amount: string;
  readonly day: string;
  readonly counterpart: string;
  readonly purpose: string;
  readonly reverses?: number;
  readonly reason?: string;
}

async function enter(context: RequestContext, entry: Entry): Promise<number> {
  const { fund, unit, direction, amount, day, counterpart, purpose, reverses = null, reason = null } = entry;
  const [row] = await context.session.query<{ id: number }>(
    `insert into covid_19.fund_entry (fund_id, unit_id, direction, amount, day, counterpart, purpose, reverses_id, reason, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [fund, unit, direction, amount, day, counterpart, purpose, reverses, reason, context.caller.userId],
  );
  const action = reverses === null ? 'covid-19:fund-entry' : 'covid-19:reverse-fund-entry';
  await context.audit(action, { type: 'Covid19FundEntry', id: row!.id }, { direction, amount });
  return row!.id;
}
