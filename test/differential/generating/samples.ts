import type { Session } from '@phoihop/platform';
import type { Graph } from './graph.js';

/** A stored row by property: references as row ids. */
export type SampleRow = Readonly<Record<string, unknown>> & { readonly id: number };

/** Real rows that somebody sees, by GraphQL type: what arguments are made of, so that they find something. */
export type Samples = ReadonlyMap<string, readonly SampleRow[]>;

const AT_RANDOM = 25;
const REFERRED_TO = 120;

/**
 * Takes rows of every type in a session of somebody’s: some at random, one for each column that is mostly empty, and
 * those that the others refer to, because of fourteen thousand units a few have figures.
 */
export async function takeSamples(graph: Graph, session: Session, seed: number): Promise<Samples> {
  const atRandom = new Map<string, SampleRow[]>();
  for (const type of typesOf(graph)) {
    const order = `order by md5(t.id::text || '${seed}'), t.id limit ${AT_RANDOM}`;
    atRandom.set(type, await rowsOf(graph, session, type, order));
  }
  const referred = referredTo(graph, atRandom);
  const samples = new Map<string, readonly SampleRow[]>();
  for (const [type, rows] of atRandom) {
    const known = new Set(rows.map(({ id }) => id));
    const wanted = new Set([...(await telling(graph, session, type)), ...(referred.get(type) ?? [])]);
    const more = [...wanted].filter((id) => !known.has(id)).slice(0, REFERRED_TO);
    const condition = `where t.id in (${more.join(', ')}) order by t.id`;
    samples.set(type, more.length > 0 ? [...(await rowsOf(graph, session, type, condition)), ...rows] : rows);
  }
  return samples;
}

const typesOf = (graph: Graph): string[] => [...graph.composition.entityOfType.keys()].sort();

async function rowsOf(graph: Graph, session: Session, type: string, tail: string): Promise<SampleRow[]> {
  const { table, columns, version } = graph.planOf(type)!;
  const selected = [...columns.values()]
    .filter(({ property, computed }) => !computed && (property === 'id' || isShown(graph, type, property)))
    .map(({ property, column, on }) => `${on === 'version' ? 'v' : 't'}."${column}" as "${property}"`);
  const versions = version
    ? `join lateral (select * from ${version.table} n where n."${version.ownerColumn}" = t.id
         and n.superseded_at is null order by n.valid_from limit 1) v on true`
    : '';
  const rows = await session.query<{ row: SampleRow }>(
    `select to_json(s) as row from (select ${selected.join(', ')} from ${table} t ${versions} ${tail}) s`,
  );
  return rows.map(({ row }) => row);
}

/** For each column that may be empty a row in which it is not. */
async function telling(graph: Graph, session: Session, type: string): Promise<number[]> {
  const { table, columns } = graph.planOf(type)!;
  const selects = [...columns.values()]
    .filter(
      ({ property, nullable, on, computed }) =>
        nullable && !computed && on === 'entity' && isShown(graph, type, property),
    )
    .map(
      ({ column }) => `(select id::int from ${table} where "${column}" is not null order by id desc limit 1)`,
    );
  if (selects.length === 0) return [];
  return (await session.query<{ id: number }>(selects.join(' union ')))
    .map(({ id }) => id)
    .sort((a, b) => a - b);
}

/** Whether a property is a field of its type: what is not, the serving role may not even read. */
const isShown = (graph: Graph, type: string, property: string): boolean =>
  graph.fields.includes(`${type}.${property}`);

function referredTo(graph: Graph, samples: Samples): Map<string, Set<number>> {
  const referred = new Map<string, Set<number>>();
  for (const [type, rows] of samples) {
    for (const property of graph.planOf(type)!.columns.keys()) {
      const target = graph.referenceOf(type, property);
      if (target === undefined) continue;
      const ids = referred.get(target) ?? new Set();
      for (const row of rows) if (typeof row[property] === 'number') ids.add(row[property]);
      referred.set(target, ids);
    }
  }
  return referred;
}
