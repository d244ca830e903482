/** A foreign row and a missing row answer alike to whoever names them in a mutation. */
import {
  getNamedType,
  isInputObjectType,
  isObjectType,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
} from 'graphql';
import { encodeGlobalId } from '@phoihop/platform/engine';
import type { Answer } from '@phoihop/testing';
import { Looking, MISSING, plain, type Eyes } from './eyes.js';
import { idsByType, plausible, typeOfId } from './plausible.js';
import { codeOf, type World } from './world.js';

let looking: Looking;
let world: World;
beforeAll(async () => {
  looking = await Looking.begin();
  ({ world } = looking);
}, 600_000);
afterAll(() => world?.close());

const visibleRow = ({ visible }: Eyes, type: string): number | undefined => [...visible.get(type)!].at(-1);

describe('in mutations', () => {
  /** Who tries: everybody whom some mutation is for. Each gives ids of what is theirs for the rest of the input. */
  const trying = [
    'standing',
    'admin',
    'officer.cluster4',
    'chair.bau-ham',
    'clerk.bau-ham',
    'head.bau-ham',
    'farmers',
    'police',
    'council',
  ];

  /** Inputs without which the object in question is not come to. */
  const besides: Readonly<Record<string, string>> = {
    'createPlan.parent': 'year: 2021',
    'createPlan.basisDocument': 'year: 2021',
    'linkDocument.document': 'activity: $activity',
    'createTarget.basisDocument':
      'unit: $unit, indicator: $houses, operator: AT_LEAST, period: { calendar: YEAR, key: "2021" }',
    'createTarget.derivedFrom':
      'unit: $unit, indicator: $houses, operator: AT_LEAST, period: { calendar: YEAR, key: "2021" }',
    'createAssignment.actingFor': 'unit: $unit',
    'adjustPlan.basisDocument': 'plan: $approved',
    'setPlanItems.items.target': 'plan: $draftPlan',
    'setPlanItems.items.activity': 'plan: $draftPlan',
    'returnReport.remarks.dataValue': 'report: $submitted',
    'draftAgreement.predecessor': 'succession: AMENDS',
    'changeAgreementDraft.document': 'agreement: $draft',
    'changeAgreementDraft.basisDocument': 'agreement: $draft',
    'reviewAgreement.document': 'agreement: $signed',
    'reviewAgreement.obligations': 'agreement: $signed',
    'concludeAgreement.document': 'agreement: $signed',
    'renewAgreement.renewedBy': 'agreement: $concluded',
    'fulfillAgreementObligation.evidence': 'obligation: $owed',
  };

  /** Every place in a mutation’s input that takes the id of an object which is hidden from some. */
  function places(): { mutation: string; path: string[]; type: string }[] {
    const found: { mutation: string; path: string[]; type: string }[] = [];
    const walk = (mutation: string, input: GraphQLInputObjectType, path: string[]): void => {
      for (const field of Object.values(input.getFields())) {
        const type = getNamedType(field.type);
        if (isInputObjectType(type)) walk(mutation, type, [...path, field.name]);
        else if (type.name === 'ID' && field.name !== 'idempotencyKey') {
          const wanted = field.name === 'id' ? typeOfId(path.at(-1)!) : typeOfId(field.name, mutation);
          // An id of nothing known is a new kind of reference: say in plausible.ts of what.
          expect([mutation, field.name, isObjectType(looking.composition.schema.getType(wanted))]).toEqual([
            mutation,
            field.name,
            true,
          ]);
          if (looking.all.has(wanted)) found.push({ mutation, path: [...path, field.name], type: wanted });
        }
      }
    };
    const mutations = (looking.composition.schema.getType('Mutation') as GraphQLObjectType).getFields();
    for (const { name, args } of Object.values(mutations)) {
      for (const { type } of args)
        if (isInputObjectType(getNamedType(type)))
          walk(name, getNamedType(type) as GraphQLInputObjectType, []);
    }
    return found;
  }

  /** Asks twice, for the hidden and for the missing; both answers, comparable. */
  async function both(
    ask: (id: string) => Promise<Answer>,
    type: string,
    hidden: number,
  ): Promise<[unknown, unknown]> {
    const [foreign, missing] = [encodeGlobalId(type, hidden), encodeGlobalId(type, MISSING)];
    return [plain(await ask(foreign), foreign), plain(await ask(missing), missing)];
  }

  test('every id of an object in an input: the same code, field and message', async () => {
    const notFound = new Set<string>();
    let compared = 0;
    for (const one of trying.map((name) => looking.of(name))) {
      const { ids, named } = await own(one);
      for (const { mutation, path, type } of places()) {
        const hidden = looking.hiddenRow(one, type);
        if (hidden === undefined || !looking.mayRead(one, `Mutation.${mutation}`)) continue;
        const ask = (id: string) => world.ask(mutationWith(mutation, path, id, ids, named), one.caller);
        const [foreign, missing] = await both(ask, type, hidden);
        expect([one.name, mutation, path, foreign]).toEqual([one.name, mutation, path, missing]);
        const { errors } = missing as Answer;
        expect(['INTERNAL_SERVER_ERROR', 'GRAPHQL_VALIDATION_FAILED']).not.toContain(
          errors?.[0]?.extensions['code'],
        );
        if (
          errors?.[0]?.extensions['code'] === 'NOT_FOUND' &&
          String(errors[0].extensions['field'])
            .replaceAll(/\[\d+\]/g, '')
            .startsWith(`input.${path.join('.')}`)
        ) {
          notFound.add(`${mutation}.${path.join('.')}`);
        }
        compared += 1;
      }
    }
    // Each place was really come to by somebody: it is that object which is not found.
    expect(
      places()
        .map(({ mutation, path }) => `${mutation}.${path.join('.')}`)
        .filter((place) => !notFound.has(place)),
    ).toEqual([]);
    console.log(`${compared} inputs with a hidden object, at ${notFound.size} places`);
    expect(notFound.size).toBeGreaterThan(25);
  });

  /** Ids of what somebody can see, and of some things by name. */
  async function own(one: Eyes): Promise<{ ids: Map<string, string>; named: Record<string, string> }> {
    const unit = await world.unitId(
      ['standing', 'admin', 'officer.cluster4', 'farmers'].includes(one.name) ? '737' : '26257',
    );
    // Of what one sees none of, any will do: it is hidden, or missing, both times alike.
    const ids = new Map<string, string>([
      ...(await idsByType(world)),
      ['AdministrativeUnit', unit],
      [
        'Organization',
        encodeGlobalId(
          'Organization',
          await world.value(`select id::int from core.organization where key = 'farmers-union'`),
        ),
      ],
      [
        'Indicator',
        encodeGlobalId(
          'Indicator',
          await world.value(`select id::int from core.indicator where key = 'social-care.gift-cards'`),
        ),
      ],
      [
        'Program',
        encodeGlobalId(
          'Program',
          await world.value(`select id::int from core.program where code = 'PRG-27'`),
        ),
      ],
      ['UnitGroup', encodeGlobalId('UnitGroup', 1)],
      ['Period', encodeGlobalId('Period', 1)],
      ['PeriodLock', encodeGlobalId('PeriodLock', 1)],
    ]);
    for (const type of looking.all.keys()) {
      const row = visibleRow(one, type);
      if (row !== undefined) ids.set(type, encodeGlobalId(type, row));
    }
    // Not the own account, of which nobody gives roles.
    const other = [...one.visible.get('User')!].find((id) => id !== one.caller.userId);
    if (other) ids.set('User', encodeGlobalId('User', other));
    const [activity] = await world.sql<{ id: number }>(
      `select id::int from core.activity where code is null and unit_id = $1 and program_code = 'PRG-27'`,
      [await world.unit(one.name.includes('bau-ham') ? '26257' : '737')],
    );
    const [approved] = await world.sql<{ id: number }>(
      `select id::int from core.plan where state = 'APPROVED' and unit_id = $1 and program_code is null`,
      [await world.unit(one.name.includes('bau-ham') ? '26257' : '737')],
    );
    const [submitted] = await world.sql<{ id: number }>(
      `insert into core.report (template_id, unit_id, period_id, as_of, state, submitted_at, submitted_by, demo)
       select form.id, $1, period.id, period.ends_on, 'SUBMITTED', now(), 0, true
       from core.report_template form, core.period
       where form.key = 'commune-monthly' and period.calendar_key = 'MONTH' and period.key = '2020-02'
       on conflict (template_id, unit_id, period_id) do update set demo = true returning id::int`,
      [await world.unit('26257')],
    );
    const agreementIn = (state: string): Promise<number> =>
      world.value(`select id::int from core.agreement where state = '${state}' and demo order by id limit 1`);
    const [draftPlan] = await world.sql<{ id: number }>(
      `select id::int from core.plan where state = 'DRAFT' and unit_id = $1 and program_code is null order by id limit 1`,
      [await world.unit(one.name.includes('bau-ham') ? '26257' : '737')],
    );
    const named = {
      draftPlan: encodeGlobalId('Plan', draftPlan!.id),
      draft: encodeGlobalId('Agreement', await agreementIn('DRAFT')),
      signed: encodeGlobalId('Agreement', await agreementIn('SIGNED')),
      concluded: encodeGlobalId('Agreement', await agreementIn('CONCLUDED')),
      owed: encodeGlobalId(
        'AgreementObligation',
        await world.value(
          `select owed.id::int from core.agreement_obligation owed join core.agreement on agreement.id = agreement_id and demo
            where done_on is null and waived_at is null and lapsed_on is null order by owed.id limit 1`,
        ),
      ),
      unit,
      submitted: encodeGlobalId('Report', submitted!.id),
      houses: encodeGlobalId(
        'Indicator',
        await world.value(`select id::int from core.indicator where key = 'fund-for-the-poor.houses'`),
      ),
      activity: encodeGlobalId('Activity', activity!.id),
      approved: encodeGlobalId('Plan', approved!.id),
    };
    return { ids, named };
  }

  /** An object inside an input, with the id at its place and what else it must have. */
  function objectWith(
    type: GraphQLInputObjectType,
    [name = '', ...below]: readonly string[],
    id: string,
    ids: ReadonlyMap<string, string>,
  ): string {
    const inner = getNamedType(type.getFields()[name]!.type);
    const value = isInputObjectType(inner) ? objectWith(inner, below, id, ids) : JSON.stringify(id);
    const others = Object.values(type.getFields())
      .filter((field) => String(field.type).endsWith('!') && field.name !== name)
      .map((field) => `${field.name}: ${plausible(field.name, field.type, ids)}`);
    return `{ ${[`${name}: ${value}`, ...others].join(', ')} }`;
  }

  /** A mutation that could be a client’s, but for the one id. */
  function mutationWith(
    mutation: string,
    path: readonly string[],
    id: string,
    ids: ReadonlyMap<string, string>,
    named: Record<string, string>,
  ): string {
    const field = (looking.composition.schema.getType('Mutation') as GraphQLObjectType).getFields()[
      mutation
    ]!;
    const inputType = getNamedType(field.args[0]!.type) as GraphQLInputObjectType;
    const extra = (besides[`${mutation}.${path.join('.')}`] ?? '').replaceAll(/\$(\w+)/g, (_, name: string) =>
      JSON.stringify(named[name]),
    );
    const given = new Set([...extra.matchAll(/(?:^|, )(\w+):/g)].map(([, name]) => name!));
    const at = path[0]!;
    const rest = Object.values(inputType.getFields()).filter(
      ({ name, type, defaultValue }) =>
        String(type).endsWith('!') && defaultValue === undefined && name !== at && !given.has(name),
    );
    const written = rest.map(
      ({ name, type }) =>
        `${name}: ${plausible(name, type, ids, /^id$/i.test(name) ? undefined : typeFor(mutation, name))}`,
    );
    const { type } = inputType.getFields()[at]!;
    const inner = getNamedType(type);
    const one = isInputObjectType(inner) ? objectWith(inner, path.slice(1), id, ids) : JSON.stringify(id);
    const value = String(type).startsWith('[') ? `[${one}]` : one;
    const input = [`${at}: ${value}`, ...written, ...(extra ? [extra] : [])].join(', ');
    return `mutation { ${mutation}(input: { ${input} }) { __typename } }`;
  }
  const typeFor = (mutation: string, name: string): string | undefined => {
    const type = typeOfId(name, mutation);
    return looking.composition.schema.getType(type) ? type : undefined;
  };

  test('what is entered for a foreign unit is refused alike, whether there is such a row already or not', async () => {
    const clerk = looking.of('clerk.bau-ham');
    const foreign = encodeGlobalId(
      'AdministrativeUnit',
      await world.value(
        `select unit_id::int from social_insurance.gap_household where head_name = 'Nguyễn Văn Xa'`,
      ),
    );
    const at = (key: string): string => `unit: "${foreign}", period: { calendar: MONTH, key: "${key}" }`;
    // There is a figure for February 2018 and a report for September 2021, and none for May and July.
    const inputs = [
      [
        '2018-02',
        '2018-05',
        (key: string) =>
          `recordDataValue(input: { indicator: "social-care.gift-cards", ${at(key)}, value: "3" }) { id }`,
      ],
      [
        '2021-09',
        '2021-07',
        (key: string) =>
          `saveReportDraft(input: { template: "commune-monthly", ${at(key)}, items: [] }) { id }`,
      ],
    ] as const;
    for (const [taken, free, write] of inputs) {
      const answer = await world.ask(`mutation { ${write(taken)} }`, clerk.caller);
      expect(codeOf(answer)).toBe('OUT_OF_SCOPE');
      expect(await world.ask(`mutation { ${write(free)} }`, clerk.caller)).toEqual(answer);
    }
  });
});
