import { randomUUID } from 'node:crypto';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { changed } from '../../test-kit/composing.js';
import { Bridge, BridgeResolver, bridges, callerOf, rivers, upper } from '../../test-kit/rivers.js';
import { start, type Running } from '../../test-kit/running.js';
import { allow, type RequestContext } from '../index.js';

@InputType('BridgesPaintInput', { description: 'How it is painted.' })
class PaintInput {
  @Field(() => String, { description: 'Which color.' })
  color!: string;

  @Field(() => ID, { nullable: true, description: 'Under which a repetition has no second effect.' })
  idempotencyKey?: string;
}

@ObjectType('BridgesPainting', { description: 'What was done.' })
class Painting {
  @Field(() => String, { description: 'With which color.' })
  color!: string;

  @Field(() => Date, { description: 'When it was done.' })
  at!: Date;

  @Field(() => [Bridge], { description: 'Which were painted.' })
  bridges!: unknown[];
}

let painted = 0;

@Resolver()
class Painter {
  @Mutation(() => Painting, {
    nullable: true,
    description: 'Paints two bridges; the answer is an instance of a class.',
  })
  async bridgesPaint(
    @Arg('input', () => PaintInput, { description: 'x' }) { color }: PaintInput,
    @Ctx() { session }: RequestContext,
  ): Promise<Painting> {
    painted += 1;
    const rows = await session.query<{ id: number }>(
      `select id from bridges.bridge where label like 'bridge%' order by label limit 2`,
    );
    return Object.assign(new Painting(), { color, at: new Date('2021-10-15T03:00:00Z'), bridges: rows });
  }

  @Mutation(() => String, { nullable: true, description: 'Says the color, or nothing.' })
  bridgesSay(@Arg('input', () => PaintInput, { description: 'x' }) { color }: PaintInput): string | null {
    painted += 1;
    if (color === 'broken') throw new Error('inside');
    return color === 'none' ? null : color;
  }
}

const own = {
  'Mutation.bridgesPaint': allow.public('Anybody paints.'),
  'Mutation.bridgesSay': allow.public('Anybody speaks.'),
  BridgesPainting: allow.public('Seen by all.'),
};
const words = [
  'BridgesPaintInput',
  'BridgesPaintInput.color',
  'BridgesPainting.color',
  'BridgesPainting.at',
  'BridgesPainting.bridges',
];
const painters = changed(bridges, {
  graphql: { ...bridges.graphql, resolvers: [BridgeResolver, Painter] },
  access: { ...bridges.access, fields: { ...bridges.access!.fields, ...own } },
  translations: {
    vi: {
      ...bridges.translations!.vi,
      ...Object.fromEntries([...Object.keys(own), ...words].map((key) => [key, 'Chữ tiếng Việt.'])),
    },
  },
});

let running: Running;
let run: Running['run'];
beforeAll(async () => {
  running = await start([rivers, painters]);
  ({ run } = running);
});
afterAll(() => running?.stop());
beforeEach(() => {
  painted = 0;
});

const open =
  'mutation($input: BridgesOpenInput!) { bridgesOpen(input: $input) { id label town: river { name } } }';
const paint =
  'mutation($input: BridgesPaintInput!) { bridgesPaint(input: $input) { color at bridges { label } } }';
const say = 'mutation($input: BridgesPaintInput!) { bridgesSay(input: $input) }';
const codeOf = ({ errors }: Awaited<ReturnType<Running['run']>>) => errors?.[0]?.extensions['code'];
const opening = async (label: string, idempotencyKey = randomUUID()) => {
  const { data } = await run('{ river(name: "river 3") { id } }');
  return { river: data.river.id as string, label, idempotencyKey };
};
const count = async (label: string) =>
  (await running.place.sql('select id from bridges.bridge where label = $1', [label])).length;

test('one key is one effect and one answer, however often it is sent', async () => {
  const input = await opening('once');
  const first = await run(open, upper, { input });
  expect(first.data.bridgesOpen).toMatchObject({ label: 'once', town: { name: 'river 3' } });
  expect(await run(open, upper, { input })).toEqual(first);
  expect(await count('once')).toBe(1);
});

test('sent many times at the same moment it has one effect', async () => {
  const input = await opening('at once');
  const answers = await Promise.all(Array.from({ length: 4 }, () => run(open, upper, { input })));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]!.data.bridgesOpen.label).toBe('at once');
  expect(await count('at once')).toBe(1);
});

test('twice in one document it has one effect as well', async () => {
  const input = await opening('in one');
  const source =
    'mutation($input: BridgesOpenInput!) { a: bridgesOpen(input: $input) { id } b: bridgesOpen(input: $input) { id } }';
  const { data } = await run(source, upper, { input });
  expect(data.a).toEqual(data.b);
  expect(await count('in one')).toBe(1);
});

test('another request under the key is refused: other values, another field', async () => {
  const input = await opening('first');
  await run(open, upper, { input });
  expect(codeOf(await run(open, upper, { input: { ...input, label: 'second' } }))).toBe(
    'IDEMPOTENCY_MISMATCH',
  );
  const { idempotencyKey } = input;
  expect(codeOf(await run(say, upper, { input: { color: 'red', idempotencyKey } }))).toBe(
    'IDEMPOTENCY_MISMATCH',
  );
  expect(await count('second')).toBe(0);
});

test('the same text in another spelling is the same request', async () => {
  const idempotencyKey = randomUUID();
  for (const form of ['NFC', 'NFD']) {
    const { data } = await run(say, upper, {
      input: { color: 'đỏ thẫm ướt'.normalize(form), idempotencyKey },
    });
    expect(data.bridgesSay).toBe('đỏ thẫm ướt'.normalize('NFC'));
  }
  expect(painted).toBe(1);
});

test('a key belongs to who used it: another’s same key is another effect, and tells nothing', async () => {
  const input = await opening('mine');
  const mine = await run(open, upper, { input });
  const neighbor = callerOf(70, 'upper', 'bridges:read', 'bridges:open');
  const theirs = await run(open, neighbor, { input });
  expect(theirs.data.bridgesOpen.id).not.toBe(mine.data.bridgesOpen.id);
  expect(await count('mine')).toBe(2);
});

test('a repetition is answered under the rights of now', async () => {
  const input = await opening('moved');
  expect((await run(open, upper, { input })).data.bridgesOpen.label).toBe('moved');
  const moved = { ...upper, settings: { town: 'lower' } };
  expect((await run(open, moved, { input })).data).toEqual({ bridgesOpen: null });
  expect(codeOf(await run(open, callerOf(7, 'upper', 'bridges:read'), { input }))).toBe('FORBIDDEN');
});

test('a payload comes back whole: its texts, dates and entities, also from an instance of a class', async () => {
  const input = { color: 'red', idempotencyKey: randomUUID() };
  const first = await run(paint, upper, { input });
  expect(first.data.bridgesPaint).toEqual({
    color: 'red',
    at: '2021-10-15T03:00:00.000Z',
    bridges: [{ label: 'bridge 1.2' }, { label: 'bridge 1.4' }],
  });
  expect(await run(paint, upper, { input })).toEqual(first);
  expect(painted).toBe(1);
});

test('a scalar and nothing are answers like others', async () => {
  for (const color of ['blue', 'none']) {
    const input = { color, idempotencyKey: randomUUID() };
    const first = await run(say, upper, { input });
    expect(await run(say, upper, { input })).toEqual(first);
  }
  expect(painted).toBe(2);
});

test('what failed may be tried again under the same key', async () => {
  const idempotencyKey = randomUUID();
  expect(codeOf(await run(say, upper, { input: { color: 'broken', idempotencyKey } }))).toBe(
    'INTERNAL_SERVER_ERROR',
  );
  expect((await run(say, upper, { input: { color: 'green', idempotencyKey } })).data.bridgesSay).toBe(
    'green',
  );
});

test('a key is a UUID, in whatever letters', async () => {
  for (const idempotencyKey of ['1', '', `${randomUUID()}0`]) {
    expect(codeOf(await run(say, upper, { input: { color: 'red', idempotencyKey } }))).toBe('BAD_USER_INPUT');
  }
  const key = randomUUID();
  for (const idempotencyKey of [key, key.toUpperCase()]) {
    expect(await run(say, upper, { input: { color: 'red', idempotencyKey } })).toEqual({
      data: { bridgesSay: 'red' },
    });
  }
  expect(painted).toBe(1);
});

test('who is nobody has no key of their own', async () => {
  const { anonymous } = await import('../contract/context.js');
  expect(codeOf(await run(say, anonymous, { input: { color: 'red', idempotencyKey: randomUUID() } }))).toBe(
    'UNAUTHENTICATED',
  );
  expect((await run(say, anonymous, { input: { color: 'red' } })).data.bridgesSay).toBe('red');
});
