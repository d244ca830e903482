import {
  AdministrativeUnit,
  changeVersion,
  found,
  requireAnotherPerson,
  requireReason,
  requireScope,
} from '@phoihop/core';
import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { yearProgram } from '../program-code.js';
import { rankYear } from '../ranking/rank-year.js';
import { Criterion } from '../sheets/criterion.js';
import { EmulationYear } from '../years/emulation-year.js';
import { Entry } from '../years/entry.js';
import { requireDone } from '../years/require-done.js';
import { YearStepInput } from '../years/year-inputs.js';
import { entryAt, takeYearStep, yearOf } from '../years/year-step.js';
import { lockYear } from './lock-year.js';
import { computedPoints } from './computed-points.js';
import { requireNotOwnUnit } from './own-unit.js';
import {
  CorrectScoreInput,
  CrossScoreInput,
  ReviewScoresInput,
  SaveSelfScoresInput,
  SubmitSelfScoresInput,
} from './score-inputs.js';
import { ScoreKind } from './score-kind.js';
import { checkedLines, requirePoints, scorers, writeScores } from './score-lines.js';
import { Score } from './score.js';

const { SELF, CROSS, REVIEW, FINAL } = ScoreKind;
const subject = (id: number) => ({ type: 'EmulationAwardsEntry', id });

@Resolver()
export class ScoreResolver {
  @Mutation(() => Entry, {
    nullable: true,
    description: 'Saves how a unit scores itself, as a draft that somebody else of it signs and hands in.',
  })
  async emulationAwardsSaveSelfScores(
    @Arg('input', () => SaveSelfScoresInput, { description: 'Which unit, the version seen, and the points.' })
    input: SaveSelfScoresInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { entry, year, unitId } = await entryAt(context, input.entry, 'emulationAwardsSaveSelfScores');
    requireDraft(entry);
    const lines = await checkedLines(context, year, input.scores);
    const change = { table: 'emulation_awards.entry', id: entry.id, expected: input.expectedVersion };
    await changeVersion(context, { ...change, set: {} });
    await writeScores(context, { entry, kind: SELF, authorUnit: unitId }, lines);
    await context.audit('emulation-awards:save-self-scores', subject(entry.id), { lines: lines.length });
    return entry.id;
  }

  @Mutation(() => Entry, {
    nullable: true,
    description:
      'Signs a unit’s self-scores and hands them in: complete, and by another person than entered them. They do not change afterwards.',
  })
  async emulationAwardsSubmitSelfScores(
    @Arg('input', () => SubmitSelfScoresInput, { description: 'Which unit, and the version seen.' })
    input: SubmitSelfScoresInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { entry, year } = await entryAt(context, input.entry, 'emulationAwardsSubmitSelfScores');
    requireDraft(entry);
    const missing = await context.session.query<{ number: string }>(
      `select line.number from emulation_awards.criterion line
        where line.sheet_id = $1 and line.source = 'MANUAL'
          and not exists (select from emulation_awards.score given where given.entry_id = $2 and given.criterion_id = line.id
            and given.kind = 'SELF' and given.superseded_at is null) order by line.id`,
      [year['sheet'], entry.id],
    );
    if (missing.length > 0) {
      const allowed = missing.map(({ number }) => number).join(', ');
      throw new ProblemError('EMULATION_SCORES_MISSING', {
        field: 'input.entry',
        given: missing.length,
        allowed,
      });
    }
    await requireAnotherPerson(
      context,
      await scorers(context, { entry: entry.id, kinds: [SELF] }),
      'input.entry',
    );
    await changeVersion(context, {
      table: 'emulation_awards.entry',
      id: entry.id,
      expected: input.expectedVersion,
      set: { self_scored_on: context.clock.businessDate, self_scored_by: context.caller.userId },
    });
    await context.audit('emulation-awards:submit-self-scores', subject(entry.id));
    return entry.id;
  }

  @Mutation(() => Entry, {
    nullable: true,
    description:
      'Scores another unit of the same cluster. Nobody scores the own unit, and no unit outside the cluster scores.',
  })
  async emulationAwardsCrossScore(
    @Arg('input', () => CrossScoreInput, { description: 'Who is scored by whom, and the points.' })
    input: CrossScoreInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const byUnit = context.read.localId(AdministrativeUnit, input.byUnit, 'input.byUnit');
    const entry = await found(context, Entry, input.entry, 'input.entry');
    const scope = { unitId: byUnit, program: yearProgram, field: 'input.byUnit' };
    await requireScope(context, 'emulation-awards:cross-score', scope);
    const year = await yearOf(context, entry, 'emulationAwardsCrossScore', 'input.entry');
    await requireNotOwnUnit(context, 'emulation-awards:cross-score', {
      entry,
      byUnit,
      field: 'input.byUnit',
    });
    await requireAnotherPerson(context, await scorersOf(context, entry, [SELF]), 'input.entry');
    const lines = await checkedLines(context, year, input.scores);
    await writeScores(context, { entry, kind: CROSS, authorUnit: byUnit }, lines);
    await context.audit('emulation-awards:cross-score', subject(entry.id), {
      by: byUnit,
      lines: lines.length,
    });
    return entry.id;
  }

  @Mutation(() => Entry, {
    nullable: true,
    description:
      'Decides the points of a unit after its own scores and those of its cluster; by none of the persons who gave them.',
  })
  async emulationAwardsReviewScores(
    @Arg('input', () => ReviewScoresInput, { description: 'Which unit, and the points decided.' })
    input: ReviewScoresInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { entry, year } = await entryAt(context, input.entry, 'emulationAwardsReviewScores');
    await requireAnotherPerson(context, await scorersOf(context, entry, [SELF, CROSS]), 'input.entry');
    const lines = await checkedLines(context, year, input.scores);
    await writeScores(context, { entry, kind: REVIEW, authorUnit: year['unit'] as number }, lines);
    await context.audit('emulation-awards:review-scores', subject(entry.id), { lines: lines.length });
    return entry.id;
  }

  @Mutation(() => EmulationYear, {
    nullable: true,
    description:
      'Locks the scores of a year: those of the review, and those that the platform computes from indicators and late reports. By another person than reviewed.',
  })
  async emulationAwardsLockScores(
    @Arg('input', () => YearStepInput, { description: 'The emulation year and the version seen.' })
    input: YearStepInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return takeYearStep(context, input, 'emulationAwardsLockScores', {
      check: async ({ id }) => {
        await requireDone(context, id, 'review');
        await requireAnotherPerson(
          context,
          await scorers(context, { year: id, kinds: [REVIEW] }),
          'input.emulationYear',
        );
      },
      after: (year) => lockYear(context, year),
    });
  }

  @Mutation(() => Score, {
    nullable: true,
    description:
      'Corrects a locked score with its reason; the old one is kept. By none of the persons who gave or reviewed the scores of the unit. A ranked cluster is ranked anew.',
  })
  async emulationAwardsCorrectScore(
    @Arg('input', () => CorrectScoreInput, { description: 'Which score, the right points, and why.' })
    input: CorrectScoreInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const field = 'input.score';
    const score = await found(context, Score, input.score, field);
    const scope = { unitId: score['unit'] as number, program: yearProgram, field };
    await requireScope(context, 'emulation-awards:manage', scope);
    const year = await yearOf(context, score, 'emulationAwardsCorrectScore', field);
    const reason = requireReason(input.reason);
    // Read once more: it may have been corrected while this one waited for the year.
    const [now] = await context.session.query<{ counts: boolean }>(
      `select kind = 'FINAL' and superseded_at is null as counts from emulation_awards.score where id = $1`,
      [score.id],
    );
    if (!now?.counts)
      throw new ProblemError('EMULATION_SCORE_PAST', { field, given: score['kind'], allowed: FINAL });
    const entry = await context.read.byId(Entry, score['entry'] as number);
    await requireAnotherPerson(context, await scorersOf(context, entry!, [SELF, CROSS, REVIEW]), field);
    const criterion = (await context.read.byId(Criterion, score['criterion'] as number))!;
    const manual = criterion['source'] === 'MANUAL';
    const points = input.points ?? null;
    if (manual ? points === null : points !== null) {
      throw new ProblemError('EMULATION_COMPUTED', {
        field: 'input.points',
        given: criterion['number'],
        source: criterion['source'],
        allowed: manual ? `0–${criterion['maximum'] as string}` : '-',
      });
    }
    const line = manual
      ? {
          criterion: criterion.id,
          explanation: null,
          points: requirePoints(points!, 'input.points', criterion['maximum'] as string),
        }
      : (await computedPoints(context, year, entry!.id)).find((one) => one.criterion === criterion.id)!;
    const of = { entry: entry!, kind: FINAL, authorUnit: year['unit'] as number };
    await writeScores(context, of, [{ ...line, reason }]);
    if (year['state'] === 'RANKED') await rankYear(context, year.id, entry!['cluster'] as number);
    const [made] = await context.session.query<{ id: number; points: string }>(
      `select id, points::text from emulation_awards.score where entry_id = $1 and criterion_id = $2 and kind = 'FINAL' and superseded_at is null`,
      [entry!.id, criterion.id],
    );
    await context.audit(
      'emulation-awards:correct-score',
      { type: 'EmulationAwardsScore', id: made!.id },
      { before: score['points'], after: made!.points, reason },
    );
    return made!.id;
  }
}

/** @throws ProblemError EMULATION_SUBMITTED once a unit’s self-scores have been handed in. */
function requireDraft(entry: { readonly [property: string]: unknown }): void {
  const on = entry['selfScoredOn'];
  if (on === null) return;
  throw new ProblemError('EMULATION_SUBMITTED', { field: 'input.entry', given: on, allowed: '-' });
}

/** Accounts that gave scores of some kinds to an entry, and the one that signed its self-scores. */
async function scorersOf(
  context: RequestContext,
  entry: Row,
  kinds: readonly ScoreKind[],
): Promise<(number | null)[]> {
  const signer = entry['selfScoredBy'] as number | null;
  return [...(await scorers(context, { entry: entry.id, kinds })), signer];
}
