import {
  Arg,
  Ctx,
  Field,
  Float,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
} from 'type-graphql';
import {
  allow,
  anonymous,
  definePlugin,
  ProblemError,
  rowRule,
  type Caller,
  type Plugin,
  type RequestContext,
} from '@phoihop/platform';
import type { CoreOptions } from '@phoihop/gateway';

enum Color {
  RED = 'RED',
  GREEN = 'GREEN',
}
registerEnumType(Color, {
  name: 'Color',
  description: 'What light looks like.',
  valuesConfig: { RED: { description: 'Like blood.' }, GREEN: { description: 'Like rice fields.' } },
});

@ObjectType({ description: 'Something that holds another of its kind.' })
class Box {
  @Field(() => Int, { description: 'How many are around this one.' })
  level!: number;

  @Field(() => Box, { nullable: true, description: 'The next smaller one.' })
  inner?: Box;
}

@ObjectType({ description: 'What a right password opens.' })
class SignedIn {
  @Field(() => String, { description: 'To be sent with each request.' })
  token!: string;

  @Field(() => Date, { description: 'When the token stops being good.' })
  expiresAt!: Date;
}

@InputType({ description: 'Who one claims to be.' })
class SignInInput {
  @Field(() => String, { description: 'Name one was given.' })
  username!: string;

  @Field(() => String, { description: 'What nobody else knows.' })
  password!: string;
}

let options: CoreOptions;
/** How often a password was looked at. */
export const tried = { passwords: 0 };
/** Tells the fake's people apart; a test may revoke one. */
export const people = new Map([
  ['hoa', { userId: 7, password: 'right', sessionVersion: 0 }],
  ['lan', { userId: 8, password: 'right', sessionVersion: 0 }],
]);

@Resolver()
class FakeResolver {
  @Query(() => String, { nullable: true, description: 'Always the same answer.' })
  ping(): string {
    return 'pong';
  }

  @Query(() => String, { nullable: true, description: 'Gives back what it is given.' })
  echo(
    @Arg('text', () => String, { nullable: true, description: 'Anything.' }) text: string | null,
    @Arg('color', () => Color, { nullable: true, description: 'Of two.' }) color: Color | null,
    @Arg('number', () => Int, { nullable: true, description: 'A whole one.' }) number: number | null,
  ): string {
    return `${text} ${color} ${number}`;
  }

  @Query(() => Box, { nullable: true, description: 'As deep as one asks.' })
  box(): Box {
    const inside = (level: number): Box => ({ level, inner: level < 60 ? inside(level + 1) : undefined });
    return inside(0);
  }

  @Query(() => Float, { nullable: true, description: 'Takes its time in the database.' })
  async slow(
    @Arg('seconds', () => Float, { description: 'How long.' }) seconds: number,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    // The lock can be seen from outside, the statement of another role cannot.
    await context.session.query('select pg_advisory_xact_lock_shared(4711), pg_sleep($1)', [seconds]);
    return seconds;
  }

  @Query(() => String, { nullable: true, description: 'Goes wrong with a secret in its words.' })
  fail(
    @Arg('how', () => String, { description: 'In which way.' }) how: string,
    @Ctx() context: RequestContext,
  ): Promise<unknown> | never {
    if (how === 'sql') return context.session.query('select secret_column from core.hidden_table');
    if (how === 'value') return context.session.query(`select 'Nguyễn Văn Kín'::int`);
    if (how === 'type') return (undefined as unknown as { x: Promise<unknown> }).x;
    if (how === 'problem') throw new ProblemError('NOT_FOUND', { field: 'how' });
    throw new Error('password=hunter2 in /srv/secret/file.ts');
  }

  @Query(() => Int, { nullable: true, description: 'Number of whoever asks.' })
  myNumber(@Ctx() context: RequestContext): number | null {
    return context.caller.userId;
  }

  @Query(() => String, { nullable: true, description: 'Only for keepers.' })
  kept(): string {
    return 'kept';
  }

  @Mutation(() => Int, { nullable: true, description: 'Writes a line down.' })
  async note(
    @Arg('text', () => String, { description: 'The line.' }) text: string,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const [row] = await context.session.query<{ n: number }>(
      'insert into core.note (text) values ($1) returning id::int as n',
      [text],
    );
    return row!.n;
  }

  @Mutation(() => SignedIn, { nullable: true, description: 'Opens the door to who knows the password.' })
  async signIn(
    @Arg('input', () => SignInInput, { description: 'Who and what.' }) input: SignInInput,
  ): Promise<SignedIn> {
    tried.passwords += 1;
    const person = people.get(input.username);
    if (person?.password !== input.password) throw new ProblemError('UNAUTHENTICATED');
    return options.issueToken(person);
  }
}

const open = allow.public('A test.');

/** A core with just enough in it to try the gateway on. */
export const fakeCore: Plugin = definePlugin({
  id: 'core',
  version: '1.0.0',
  title: { vi: 'Lõi thử', en: 'Fake core' },
  graphql: { resolvers: [FakeResolver] },
  data: {
    entities: [],
    migrations: [
      {
        name: '0001_note',
        up: 'create table core.note (id bigint generated always as identity primary key, text text not null)',
        down: 'drop table core.note',
      },
    ],
    rows: {},
    tables: { note: rowRule({ select: 'always', insert: 'always', explanation: 'A test.' }) },
  },
  access: {
    permissions: { 'core:keep': { vi: 'giữ', en: 'keep' } },
    fields: {
      Box: open,
      SignedIn: open,
      'Query.ping': open,
      'Query.echo': open,
      'Query.box': open,
      'Query.slow': open,
      'Query.fail': open,
      'Query.myNumber': allow.signedIn(),
      'Query.kept': allow.permission('core:keep'),
      'Mutation.note': open,
      'Mutation.signIn': open,
    },
  },
  translations: {
    vi: {
      Color: 'Màu.',
      'Color.RED': 'Như máu.',
      'Color.GREEN': 'Như lúa.',
      Box: 'Cái hộp.',
      'Box.level': 'Bao nhiêu lớp.',
      'Box.inner': 'Hộp trong.',
      SignedIn: 'Đã mở.',
      'SignedIn.token': 'Gửi kèm.',
      'SignedIn.expiresAt': 'Hết hạn.',
      SignInInput: 'Ai.',
      'SignInInput.username': 'Tên.',
      'SignInInput.password': 'Bí mật.',
      'Query.ping': 'Luôn trả lời như nhau.',
      'Query.echo': 'Trả lại.',
      'Query.echo(text)': 'Gì cũng được.',
      'Query.echo(color)': 'Một trong hai.',
      'Query.echo(number)': 'Số nguyên.',
      'Query.box': 'Sâu tùy ý.',
      'Query.slow': 'Chậm.',
      'Query.slow(seconds)': 'Bao lâu.',
      'Query.fail': 'Hỏng.',
      'Query.fail(how)': 'Cách nào.',
      'Query.myNumber': 'Số của tôi.',
      'Query.kept': 'Cho người giữ.',
      'Mutation.note': 'Ghi lại.',
      'Mutation.note(text)': 'Dòng.',
      'Mutation.signIn': 'Mở cửa.',
      'Mutation.signIn(input)': 'Ai và gì.',
    },
  },
  hooks: {
    ready: (services) => {
      options = services.options as CoreOptions;
    },
  },
});

/** The port of core the gateway asks who somebody is. */
export async function loadCaller(
  _services: unknown,
  identity: { userId: number; sessionVersion: number },
): Promise<Caller | null> {
  const person = [...people.values()].find(({ userId }) => userId === identity.userId);
  if (!person || person.sessionVersion !== identity.sessionVersion) return null;
  return { ...anonymous, userId: person.userId };
}
