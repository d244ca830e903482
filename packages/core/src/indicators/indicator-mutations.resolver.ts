import { inWords, ProblemError, ProblemListError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { scopesOf } from '../access/scopes.js';
import { indicatorSchema } from '../programs/contribution.js';
import { found } from '../programs/input.js';
import { changeVersion } from '../programs/version.js';
import { CollectionLevel } from './indicator-enums.js';
import { kindsAtLevel } from './indicator-facts.js';
import { ChangeIndicatorInput, CreateIndicatorInput, type IndicatorFeederInput } from './indicator-inputs.js';
import { Indicator } from './indicator.js';

const manage = 'core:indicator.manage';

@Resolver()
export class IndicatorMutationsResolver {
  @Mutation(() => Indicator, {
    nullable: true,
    description: 'Adds something to be measured for a program, by the same rules as what plugins declare.',
  })
  async createIndicator(
    @Arg('input', () => CreateIndicatorInput, { description: 'What is measured, and its rules.' })
    input: CreateIndicatorInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    requireProgram(context, input.program, 'input.program');
    refuseKinds(input.appliesTo, input.collectionLevel);
    refuseUnsound(input);
    const { components } = input;
    const row = {
      key: input.key,
      plugin: input.key.split('.')[0]!,
      program: input.program,
      title_vi: input.titleVi.trim(),
      title_en: input.titleEn.trim(),
      description_vi: input.descriptionVi.trim(),
      description_en: input.descriptionEn.trim(),
      unit_of_measure_vi: input.unitOfMeasureVi.trim(),
      unit_of_measure_en: input.unitOfMeasureEn.trim(),
      kind: input.kind,
      numerator_vi: components?.numeratorVi ?? null,
      numerator_en: components?.numeratorEn ?? null,
      denominator_vi: components?.denominatorVi ?? null,
      denominator_en: components?.denominatorEn ?? null,
      statuses: JSON.stringify(
        (input.statuses ?? []).map(({ code, titleVi: vi, titleEn: en }) => ({ code, vi, en })),
      ),
      calendar: input.calendar,
      over_time: input.overTime ?? 'BY_KIND',
      collection_level: input.collectionLevel,
      applies_to: input.appliesTo ?? null,
      merge_rule: input.mergeRule,
      split_rule: input.splitRule ?? 'NONE',
      decimals: input.decimals ?? 0,
      sources: input.sources,
      small_cell_threshold: input.smallCellThreshold ?? null,
      reported_by: input.reportedBy ?? null,
    };
    const columns = Object.keys(row);
    const [created] = await context.session.query<{ id: number }>(
      `insert into core.indicator (${columns.join(', ')}) values (${columns.map((_, n) => `$${n + 1}`).join(', ')})
       on conflict (key) do nothing returning id`,
      Object.values(row),
    );
    if (!created) throw new ProblemError('ALREADY_EXISTS', { field: 'input.key', given: input.key });
    await addFeeder(context, created.id, input.feeder ?? { kind: 'COLLECTED', validFrom: '1900-01-01' });
    await context.audit(
      'core:indicator.create',
      { type: 'Indicator', id: created.id },
      { key: input.key, program: input.program },
    );
    return created.id;
  }

  @Mutation(() => Indicator, {
    nullable: true,
    description:
      'Changes names, limits or the feeder of an indicator. What figures already depend on (kind, calendar, level, program) stays.',
  })
  async changeIndicator(
    @Arg('input', () => ChangeIndicatorInput, { description: 'Which indicator, and what changes.' })
    input: ChangeIndicatorInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const indicator = await found(context, Indicator, input.indicator, 'input.indicator');
    requireProgram(context, indicator['program'] as string, 'input.indicator');
    refuseKinds(input.appliesTo, indicator['collectionLevel'] as CollectionLevel);
    refuseLimits(input);
    const set = Object.fromEntries(
      Object.entries({
        title_vi: input.titleVi?.trim(),
        title_en: input.titleEn?.trim(),
        description_vi: input.descriptionVi?.trim(),
        description_en: input.descriptionEn?.trim(),
        applies_to: input.appliesTo,
        split_rule: input.splitRule,
        decimals: input.decimals,
        sources: input.sources,
        small_cell_threshold: input.smallCellThreshold,
        reported_by: input.reportedBy,
      }).filter(([, value]) => value !== undefined && value !== null),
    );
    const { id } = indicator;
    await changeVersion(context, { table: 'core.indicator', id, expected: input.expectedVersion, set });
    if (input.feeder) await switchFeeder(context, id, input.feeder);
    const facts = { changed: Object.keys(set), feeder: input.feeder ? { ...input.feeder } : undefined };
    await context.audit('core:indicator.change', { type: 'Indicator', id }, facts);
    return id;
  }
}

/** Definitions belong to a program, not to a unit. @throws ProblemError OUT_OF_SCOPE with the programs that are allowed. */
function requireProgram(context: RequestContext, program: string, field: string): void {
  const scopes = scopesOf(context.caller, manage);
  if (scopes.some((scope) => scope.program === null || scope.program === program)) return;
  const allowed = [...new Set(scopes.flatMap((scope) => scope.program ?? []))].sort();
  throw new ProblemError('OUT_OF_SCOPE', { field, permission: manage, given: program, allowed });
}

/** What the schema of declared indicators refuses is refused here, too. @throws ProblemListError INDICATOR_UNSOUND */
function refuseUnsound(input: CreateIndicatorInput): void {
  const text = (vi: string, en: string) => ({ vi: vi.trim(), en: en.trim() });
  const { components } = input;
  const parsed = indicatorSchema.safeParse({
    key: input.key,
    program: input.program,
    title: text(input.titleVi, input.titleEn),
    description: text(input.descriptionVi, input.descriptionEn),
    unitOfMeasure: text(input.unitOfMeasureVi, input.unitOfMeasureEn),
    kind: input.kind,
    components: components
      ? {
          numerator: text(components.numeratorVi, components.numeratorEn),
          denominator: text(components.denominatorVi, components.denominatorEn),
        }
      : undefined,
    ratioOfStocks: input.overTime === 'LATEST' ? true : undefined,
    statuses: input.statuses?.length
      ? input.statuses.map(({ code, titleVi, titleEn }) => ({
          code,
          title: text(titleVi, titleEn),
          countsNewInPeriod: true,
        }))
      : undefined,
    calendar: kebab(input.calendar),
    collectionLevel: kebab(input.collectionLevel),
    appliesTo: input.collectionLevel === 'COMMUNE' ? input.appliesTo?.map(kebab) : undefined,
    mergeRule: input.mergeRule,
    splitRule: input.splitRule ?? 'NONE',
    decimals: input.decimals ?? 0,
    sources: input.sources,
    smallCellThreshold: input.smallCellThreshold ?? undefined,
    feeder:
      input.feeder?.kind === 'DERIVED'
        ? { kind: 'derived', from: input.feeder.derivedFrom ?? '' }
        : { kind: 'collected' },
    reportedBy: input.reportedBy ?? 'district-officer',
  });
  if (parsed.success) return;
  const problems = parsed.error.issues.map((issue) => ({
    code: 'BAD_USER_INPUT',
    details: { field: `input.${fieldOf(issue.path)}`, given: null, allowed: wanted(issue) },
  }));
  throw new ProblemListError('INDICATOR_UNSOUND', problems, {
    field: problems[0]!.details.field,
    allowed: problems[0]!.details.allowed,
  });
}

/** What a field of an indicator has to be, in words for those who set one up by hand. */
const wantedVi: Readonly<Record<string, string>> = {
  key: 'khóa có dạng social-insurance.coverage-rate',
  components: 'chỉ chỉ số tỷ lệ nêu tử số, mẫu số, và phải nêu cả hai',
  ratioOfStocks: 'chỉ chỉ số tỷ lệ lấy số mới nhất theo thời gian; số tại một thời điểm vốn đã như vậy',
  statuses: 'chỉ chỉ số đếm đơn vị đạt danh hiệu nêu danh sách danh hiệu, và phải nêu',
  mergeRule: 'quy tắc sáp nhập phải hợp với loại chỉ số',
};

const wanted = ({ path, message }: { path: readonly PropertyKey[]; message: string }) =>
  inWords({ vi: wantedVi[String(path[0])] ?? 'xem mô tả của trường này', en: message });

/** The input field behind a path of the schema: `title.vi` is `titleVi`. */
function fieldOf(path: readonly PropertyKey[]): string {
  const [first = '', second] = path.map(String);
  return second === 'vi' || second === 'en' ? `${first}${second === 'vi' ? 'Vi' : 'En'}` : first;
}

const kebab = (constant: string): string => constant.toLowerCase().replaceAll('_', '-');

/** @throws ProblemError BAD_USER_INPUT for kinds of unit that are not of the level. */
function refuseKinds(kinds: readonly string[] | null | undefined, level: CollectionLevel): void {
  const allowed = kindsAtLevel(level);
  if (kinds && (kinds.length === 0 || kinds.some((kind) => !allowed.some((one) => one === kind)))) {
    throw new ProblemError('BAD_USER_INPUT', {
      field: 'input.appliesTo',
      given: kinds.join(', ') || '[]',
      allowed: allowed.join(', '),
    });
  }
}

function refuseLimits({
  decimals,
  sources,
  smallCellThreshold,
  titleVi,
  titleEn,
}: ChangeIndicatorInput): void {
  const refuse = (field: string, given: unknown, allowed: unknown): never => {
    throw new ProblemError('BAD_USER_INPUT', { field: `input.${field}`, given, allowed });
  };
  if (typeof decimals === 'number' && (decimals < 0 || decimals > 6)) refuse('decimals', decimals, '0..6');
  if (typeof smallCellThreshold === 'number' && smallCellThreshold < 2)
    refuse('smallCellThreshold', smallCellThreshold, '2..');
  if (sources && (sources.length === 0 || sources.some((code) => !/^[a-z][a-z0-9-]*$/.test(code)))) {
    refuse(
      'sources',
      sources.join(', ') || '[]',
      inWords({ vi: 'mã nguồn số liệu, ít nhất một', en: 'codes of sources, at least one' }),
    );
  }
  if (titleVi?.trim() === '') refuse('titleVi', '', inWords({ vi: 'một tên gọi', en: 'a name' }));
  if (titleEn?.trim() === '') refuse('titleEn', '', inWords({ vi: 'một tên gọi', en: 'a name' }));
}

/** Ends the feeder that holds and begins the new one; what is before its first day stays. */
async function switchFeeder(
  context: RequestContext,
  indicator: number,
  feeder: IndicatorFeederInput,
): Promise<void> {
  const [later] = await context.session.query<{ from: string }>(
    'select valid_from as "from" from core.indicator_feeder where indicator_id = $1 and valid_from >= $2::date limit 1',
    [indicator, feeder.validFrom],
  );
  if (later) {
    throw new ProblemError('BAD_USER_INPUT', {
      field: 'input.feeder.validFrom',
      given: feeder.validFrom,
      allowed: inWords({ vi: `một ngày sau ${later.from}`, en: `a day after ${later.from}` }),
    });
  }
  await context.session.query(
    'update core.indicator_feeder set valid_to = $2::date where indicator_id = $1 and (valid_to is null or valid_to > $2::date)',
    [indicator, feeder.validFrom],
  );
  await addFeeder(context, indicator, feeder);
}

async function addFeeder(
  context: RequestContext,
  indicator: number,
  feeder: IndicatorFeederInput,
): Promise<void> {
  const from = feeder.derivedFrom?.trim() || null;
  if ((feeder.kind === 'DERIVED') !== (from !== null)) {
    throw new ProblemError('BAD_USER_INPUT', {
      field: 'input.feeder.derivedFrom',
      given: from,
      allowed:
        feeder.kind === 'DERIVED'
          ? inWords({ vi: 'tên một kiểu', en: 'a type name' })
          : inWords({ vi: 'không nêu gì', en: 'nothing' }),
    });
  }
  await context.session.query(
    'insert into core.indicator_feeder (indicator_id, kind, derived_from, valid_from) values ($1, $2, $3, $4)',
    [indicator, feeder.kind, from, feeder.validFrom],
  );
}
