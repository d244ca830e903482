import { raw, type EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { DataValue, Report } from './report.js';
import { Unit } from './unit.js';

/** What one request reads with: a unit of work of its own, and its loaders. */
export interface Context {
  readonly em: EntityManager;
  readonly loaders: Loaders;
}

export type Loaders = ReturnType<typeof makeLoaders>;

/**
 * Loaders of what has arguments or an order of its own; references and plain collections are batched by MikroORM.
 * The first few of each parent are chosen in SQL, because nobody hydrates four times what is shown.
 */
export function makeLoaders(em: EntityManager) {
  return {
    children: new DataLoader<string, Unit[]>(async (units) => {
      const found = await em.find(Unit, { parent: { $in: [...units] } }, { orderBy: { code: 'asc' } });
      return units.map((unit) => found.filter(({ parent }) => parent?.id === unit));
    }),
    reports: perArguments(
      async (units: readonly string[], { form, first }: { form: string; first: number }) => {
        const chosen = raw<any>(
          `id in (select latest.id from unnest(?::bigint[]) as wanted (unit) cross join lateral (
          select report.id from core.report join core.report_template form on form.id = report.template_id
          where report.unit_id = wanted.unit and form.key = ? order by report.as_of desc, report.id limit ?) latest)`,
          [`{${units.join(',')}}`, form, first],
        );
        const found = await em.find(Report, { [chosen]: [] }, { orderBy: { asOf: 'desc', id: 'asc' } });
        const groups = Map.groupBy(found, ({ unit }) => unit.id);
        return units.map((unit) => groups.get(unit) ?? []);
      },
    ),
    values: perArguments(async (reports: readonly string[], { first }: { first: number }) => {
      const found = await em.find(
        DataValue,
        { report: { $in: [...reports] }, supersededAt: null },
        { orderBy: { recordedAt: 'asc', id: 'asc' } },
      );
      const groups = Map.groupBy(found, ({ report }) => report.id);
      return reports.map((report) => (groups.get(report) ?? []).slice(0, first));
    }),
  };
}

/** A loader for a field with arguments: one for each set of arguments. */
function perArguments<A, V>(load: (ids: readonly string[], given: A) => Promise<V[]>) {
  const loaders = new Map<string, DataLoader<string, V>>();
  return (id: string, given: A): Promise<V> => {
    const key = JSON.stringify(given);
    let loader = loaders.get(key);
    if (!loader) loaders.set(key, (loader = new DataLoader((ids) => load(ids, given))));
    return loader.load(id);
  };
}
