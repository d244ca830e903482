import {
  AdministrativeUnit,
  found,
  refuse,
  requireAnotherPerson,
  requireCount,
  requireKindOfUnit,
  requireReason,
  requireScope,
} from '@phoihop/core';
import { inWords, ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { districtKinds } from '../district-kinds.js';
import { yearProgram } from '../program-code.js';
import { ScoreSheet } from './score-sheet.js';
import { changeSheet, sheetAt } from './sheet-at.js';
import { checkedHeading } from './sheet-heading.js';
import { ChangeSheetInput, DraftSheetInput, IssueSheetInput, WithdrawSheetInput } from './sheet-inputs.js';
import { checkedSheetLines, checkedTieOrder } from './sheet-lines.js';
import { SheetAction, SheetState } from './sheet-state.js';
import { linesOf, writeLines, writeSheetStep } from './write-sheet.js';

const type = 'EmulationAwardsScoreSheet';
const ballotOrCopy = {
  vi: 'cách bỏ phiếu, hoặc bảng điểm để chép',
  en: 'a way to vote, or a sheet to copy',
};
const numbersOf = (lines: readonly { number: string }[]): string[] => lines.map(({ number }) => number);

@Resolver()
export class SheetResolver {
  @Mutation(() => ScoreSheet, {
    nullable: true,
    description:
      'Begins a draft of the score sheet of a district for a year, new or as a copy of another: the next edition of that year.',
  })
  async emulationAwardsDraftSheet(
    @Arg('input', () => DraftSheetInput, { description: 'For which district and year, and what it says.' })
    input: DraftSheetInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { session, clock } = context;
    const unitId = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    const copied = input.copyOf ? await found(context, ScoreSheet, input.copyOf, 'input.copyOf') : null;
    const scope = { unitId, program: yearProgram, field: 'input.unit' };
    await requireScope(context, 'emulation-awards:draft-sheets', scope);
    const on = clock.businessDate;
    await requireKindOfUnit(context, { unitId, on, kinds: districtKinds, field: 'input.unit' });
    const thisYear = Number(on.slice(0, 4));
    const year = requireCount(input.year, 'input.year', { minimum: thisYear - 1, maximum: thisYear + 5 });
    const heading = checkedHeading(input);
    const ballot = input.ballot ?? (copied?.['ballot'] as string | undefined);
    if (!ballot) refuse('input.ballot', null, inWords(ballotOrCopy));
    const lines = input.criteria
      ? await checkedSheetLines(context, input.criteria)
      : copied
        ? await linesOf(context, copied.id)
        : [];
    const rules = input.tieOrder ?? (copied?.['tieOrder'] as string[] | undefined) ?? [];
    const tieOrder = checkedTieOrder(rules, numbersOf(lines));
    // Two drafts of one year at once: the second is the next edition.
    await session.query(
      `select pg_advisory_xact_lock(hashtext('emulation-awards sheets of unit'), $1::int)`,
      [unitId],
    );
    const columns = { ...heading, ballot, tie_order: tieOrder, copied_from_id: copied?.id ?? null };
    const names = Object.keys(columns);
    const [made] = await session.query<{ id: number }>(
      `insert into emulation_awards.score_sheet (unit_id, year, number, state, drafted_on, ${names.join(', ')})
       select $1, $2, edition.next, 'DRAFT', $3, ${names.map((_, index) => `$${index + 4}`).join(', ')}
         from (select coalesce(max(number), 0) + 1 as next from emulation_awards.score_sheet where unit_id = $1 and year = $2) edition
       returning id`,
      [unitId, year, on, ...Object.values(columns)],
    );
    await writeLines(context, made!.id, lines);
    await writeSheetStep(context, { id: made!.id, unit: unitId }, SheetAction.DRAFT);
    await context.audit(
      'emulation-awards:draft-sheet',
      { type, id: made!.id },
      { year, lines: lines.length, copyOf: copied?.id ?? null },
    );
    return made!.id;
  }

  @Mutation(() => ScoreSheet, {
    nullable: true,
    description: 'Writes the draft of a score sheet anew, as a whole. What is in force does not change.',
  })
  async emulationAwardsChangeSheet(
    @Arg('input', () => ChangeSheetInput, { description: 'Which draft, the version seen, and what it says.' })
    input: ChangeSheetInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const sheet = await sheetAt(context, input.sheet, 'emulationAwardsChangeSheet');
    const heading = checkedHeading(input);
    const lines = await checkedSheetLines(context, input.criteria);
    const tieOrder = checkedTieOrder(input.tieOrder, numbersOf(lines));
    const [before] = await context.session.query<Record<string, unknown>>(
      `select ${Object.keys(heading).join(', ')}, ballot, tie_order from emulation_awards.score_sheet where id = $1`,
      [sheet.id],
    );
    await changeSheet(context, sheet, {
      expected: input.expectedVersion,
      set: { ...heading, ballot: input.ballot, tie_order: tieOrder },
      action: SheetAction.CHANGE,
      facts: { lines: lines.length, before },
    });
    await writeLines(context, sheet.id, lines);
    return sheet.id;
  }

  @Mutation(() => ScoreSheet, {
    nullable: true,
    description:
      'Puts a draft in force, by another person than wrote it. From then on nothing of it changes: a correction is a new edition.',
  })
  async emulationAwardsIssueSheet(
    @Arg('input', () => IssueSheetInput, { description: 'Which draft, and the version seen.' })
    input: IssueSheetInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const sheet = await sheetAt(context, input.sheet, 'emulationAwardsIssueSheet');
    const [earned] = await context.session.query<{ n: number }>(
      `select count(*)::int as n from emulation_awards.criterion where sheet_id = $1 and kind = 'POINTS'`,
      [sheet.id],
    );
    if (earned!.n === 0)
      throw new ProblemError('EMULATION_SHEET_EMPTY', { field: 'input.sheet', given: 0, allowed: '≥ 1' });
    const writers = await context.session.query<{ taken_by: number | null }>(
      `select distinct taken_by from emulation_awards.sheet_step where sheet_id = $1 and action in ('DRAFT', 'CHANGE')`,
      [sheet.id],
    );
    await requireAnotherPerson(
      context,
      writers.map(({ taken_by: user }) => user),
      'input.sheet',
    );
    return changeSheet(context, sheet, {
      expected: input.expectedVersion,
      set: { state: SheetState.IN_FORCE, issued_on: context.clock.businessDate },
      action: SheetAction.ISSUE,
    });
  }

  @Mutation(() => ScoreSheet, {
    nullable: true,
    description:
      'Gives up a draft, or a sheet in force by which no year is run, with a reason. It stays to be read.',
  })
  async emulationAwardsWithdrawSheet(
    @Arg('input', () => WithdrawSheetInput, { description: 'Which sheet, the version seen, and why.' })
    input: WithdrawSheetInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const sheet = await sheetAt(context, input.sheet, 'emulationAwardsWithdrawSheet');
    const reason = requireReason(input.reason);
    const [run] = await context.session.query<{ year: number }>(
      'select year from emulation_awards.emulation_year where sheet_id = $1 limit 1',
      [sheet.id],
    );
    if (run)
      throw new ProblemError('EMULATION_SHEET_IN_USE', {
        field: 'input.sheet',
        given: run.year,
      });
    return changeSheet(context, sheet, {
      expected: input.expectedVersion,
      set: { state: SheetState.WITHDRAWN, withdrawn_on: context.clock.businessDate },
      action: SheetAction.WITHDRAW,
      reason,
    });
  }
}
