import { parse, specifiedRules, validate, type GraphQLSchema } from 'graphql';
import type { Config } from './config.js';
import type { DemoSignIn } from './core-port.js';

/** Queries for a first look, the best first: what the installed plugins cannot answer is passed over. */
const firstLooks = [
  `# Tỉnh, thành phố đầu tiên trong danh mục · The first provinces of the list
{
  administrativeUnits(first: 5) {
    nodes { id name kind }
  }
}`,
  `# Các trường gốc · The root fields
{
  __schema {
    queryType { fields { name description } }
  }
}`,
];

/** A ready-made query that the schema answers. */
export function firstQuery(schema: GraphQLSchema): string {
  return (
    firstLooks.find((query) => validate(schema, parse(query), specifiedRules).length === 0) ??
    '{ __typename }'
  );
}

export interface WelcomeFacts {
  readonly address: string;
  readonly config: Pick<Config, 'graphiql' | 'demo' | 'host'>;
  readonly people: readonly DemoSignIn[];
  readonly query: string;
}

/** What a person reads when everything has started. */
export function welcome({ address, config, people, query }: WelcomeFacts): string {
  const lines = ['', 'Phối Hợp is ready.', ''];
  if (config.graphiql) lines.push(`  GraphiQL   ${address}/graphiql/`);
  lines.push(`  GraphQL    ${address}/graphql`, `  Health     ${address}/readyz`);
  lines.push('', 'A first query:', '', indent(oneLine(address, query)));
  if (config.demo && people.length > 0) {
    lines.push(
      '',
      'Sign in as one of these people (GraphiQL has a list; or the mutation signIn):',
      '',
      table(people),
    );
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
  lines.push('', 'Stop with Ctrl-C.', '');
  return lines.join('\n');
}

/** The query as a command to paste. */
function oneLine(address: string, query: string): string {
  const text = query.replace(/^#.*$/gm, '').replace(/\s+/g, ' ').trim();
  return `curl ${address}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query: text })}'`;
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
