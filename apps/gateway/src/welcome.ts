import { parse, specifiedRules, validate, type GraphQLSchema } from 'graphql';
import type { Config } from './config.js';
import type { DemoSignIn } from './core-port.js';

/** What there is to ask at first, for everybody and then for who is signed in; what the schema cannot answer is left out. */
const firstLooks = [
  `# Ai cũng hỏi được: huyện Trảng Bom năm 2021 · For everybody: the district of Trảng Bom in 2021
query District {
  administrativeUnit(code: "737") {
    fullName
    children(first: 20) { nodes { code fullName } }
  }
  programs(first: 5) { nodes { code title } }
}`,
  `# Khi đã đăng nhập: chỉ tiêu đến đâu rồi · When signed in: how far the targets are
query Targets {
  targets(first: 10) {
    nodes { code reading deadline progress { state percent actual levelToReach } }
  }
}`,
];

/** Ready-made queries that the schema answers, the first of them for everybody. */
export function firstQueries(schema: GraphQLSchema): string[] {
  const answerable = firstLooks.filter(
    (query) => validate(schema, parse(query), specifiedRules).length === 0,
  );
  return answerable.length > 0 ? answerable : ['{ __schema { queryType { fields { name description } } } }'];
}

export interface WelcomeFacts {
  readonly address: string;
  readonly config: Pick<Config, 'graphiql' | 'demo' | 'host'>;
  readonly people: readonly DemoSignIn[];
  readonly query: string;
  /** Why which plugin was left out. */
  readonly leftOut: ReadonlyMap<string, string>;
}

/** What a person reads when everything has started. */
export function welcome({ address, config, people, query, leftOut }: WelcomeFacts): string {
  const lines = ['', `Phối Hợp is ready${leftOut.size > 0 ? ', but not all of it' : ''}.`, ''];
  if (config.graphiql) lines.push(`  GraphiQL   ${address}/graphiql/`);
  lines.push(`  GraphQL    ${address}/graphql`, `  Health     ${address}/readyz`);
  lines.push('', 'A first query:', '', indent(oneLine(address, query)));
  if (config.demo && people.length > 0) {
    const few = onePerKind(people).slice(0, 10);
    const others = people.length - few.length;
    lines.push(
      '',
      'Sign in as one of these people, in GraphiQL at the top right or with the mutation signIn:',
      '',
      table(few),
    );
    if (others > 0) lines.push(`  … and ${others} more, in GraphiQL’s list`);
    lines.push(
      '',
      'All figures and people of the demo are invented. Số liệu và nhân vật trong bản dùng thử là hư cấu.',
    );
    if (!['127.0.0.1', '::1', 'localhost'].includes(config.host)) {
      lines.push(
        `Their passwords are known to everybody, and HOST=${config.host} lets others in: set DEMO=off for real work.`,
      );
    }
  }
  if (leftOut.size > 0) lines.push('', ...withoutThem(leftOut));
  lines.push('', 'Stop with Ctrl-C.', '');
  return lines.join('\n');
}

/** What a person must not miss: it stands last, and the whole reasons have scrolled away above. */
function withoutThem(leftOut: WelcomeFacts['leftOut']): string[] {
  return [
    'These plugins are left out, and their fields are null or not there:',
    '',
    ...[...leftOut].map(([id, reason]) => `  ${id}: ${reason.split('\n')[0]}`),
    '',
    `The whole reason stands above, in the line that begins “The plugin ${[...leftOut.keys()][0]}”. Mend it and start again.`,
  ];
}

/** The query as a command to paste. */
function oneLine(address: string, query: string): string {
  const text = query.replace(/^#.*$/gm, '').replace(/\s+/g, ' ').trim();
  return `curl ${address}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query: text })}'`;
}

/** The first person of each kind (what stands before the point of the user name), kinds of many people first. */
function onePerKind(people: readonly DemoSignIn[]): DemoSignIn[] {
  const kinds = Map.groupBy(people, ({ username }) => username.split('.')[0]!);
  return [...kinds.values()].sort((a, b) => b.length - a.length).map(([first]) => first!);
}

function table(people: readonly DemoSignIn[]): string {
  const width = (of: (person: DemoSignIn) => string): number =>
    Math.max(...people.map((person) => of(person).length));
  const [names, passwords] = [width(({ username }) => username), width(({ password }) => password)];
  return people
    .map(
      ({ username, password, who }) =>
        `  ${username.padEnd(names)}   ${password.padEnd(passwords)}   ${who.vi} · ${who.en}`,
    )
    .join('\n');
}

const indent = (text: string): string => text.replace(/^/gm, '  ');
