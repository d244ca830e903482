import { inDefaultOrder } from '../access/default-order.js';
import type { SelectionSetNode } from 'graphql';
import type { ListOptions, ManyRelation, ListRead } from '../contract/reads.js';
import { pageRequest, type CheckedPage, type PageArguments } from '../reading/connection.js';
import { entityKey } from '../reading/entity-table.js';
import { aliased, filterConditions } from '../reading/filters.js';
import { quote, type EntityPlan } from '../reading/entity-plan.js';
import { afterCursor, cursorType, cursorValue, pageSql, strictVersion } from '../reading/statements.js';
import type { Bound } from './bound.js';
import { objectOf, workOf, type Compiled, type Compiling, type SelectedField } from './compiling.js';
import { cursorSql } from './leaf-sql.js';
import { Level } from './level.js';
import { entityColumns } from './object-sql.js';
import { IDS, type Work } from './plan.js';
import { selectionsBelow } from './selected-fields.js';

/** Where a list stands: the date of its rows, and the row it hangs on. */
interface Place {
  readonly date: () => string;
  readonly parent?: { readonly via: string; readonly id: string };
}

/** A page of a list as JSON, from one sub-select; nothing where something is wrong with what is asked. */
export function pageOf(
  c: Compiling,
  selected: SelectedField,
  listed: ListRead | ManyRelation,
  place: Place,
): Compiled | null {
  const plan = c.plan(entityKey(listed.entity));
  const { rules } = c.parts.composition;
  const options = selected.args.now['orderBy'] ? listed : inDefaultOrder(listed, plan, rules, c.rights.flags);
  const request = c.attempt(() => requestOf(plan, options, selected, c.bound));
  const conditions = request && c.attempt(() => conditionsOf(c, plan, options, selected, place));
  if (!request || !conditions) return null;
  const ways = narrowed(c, plan, place.parent?.via);
  return new PageSql(c, selected, plan, options, place, { conditions, ways }).write();
}

const requestOf = (
  plan: EntityPlan,
  options: ListOptions,
  { args }: Pick<SelectedField, 'args'>,
  bound: Bound,
): CheckedPage => pageRequest(plan, options, args.of(bound) as PageArguments);

function conditionsOf(
  c: Compiling,
  plan: EntityPlan,
  options: ListOptions,
  { args }: SelectedField,
  { date, parent }: Place,
): string[] {
  const filterOf = (bound: Bound) => (args.of(bound)['filter'] ?? {}) as Readonly<Record<string, unknown>>;
  const targetOf = (entity: string) => {
    const { typeName, table } = c.plan(entity);
    c.reads(table);
    return { typeName: typeName ?? entity, table };
  };
  const given = filterOf(c.bound);
  // What an author's SQL reads is not known: it may be a table that row security guards.
  if (Object.keys(options.filters ?? {}).some((name) => given[name] !== undefined && given[name] !== null))
    c.needsSession = true;
  const link = parent ? [`${aliased(plan.columns.get(parent.via)!)} = ${parent.id}`] : [];
  return [...link, ...filterConditions(plan, options, given, c.p.within(filterOf), targetOf, date)];
}

/** Which rows a list has, beside what row security says. */
interface Which {
  readonly conditions: readonly string[];
  /** Of which one must be true, where there are any. @see Narrowing */
  readonly ways: readonly string[];
}

/**
 * What an index can look up of the row rule, for callers of whom it is known. Not where the list hangs on what is
 * narrow itself: on one value of the same column, or on a row of which row security has decided.
 */
function narrowed(c: Compiling, plan: EntityPlan, via: string | undefined): readonly string[] {
  const { key, narrowing } = plan;
  if (!narrowing) return [];
  const link = via === undefined ? undefined : plan.columns.get(via)!;
  if (link?.column === narrowing.column) return [];
  if (link?.references && !c.parts.openTables.has(c.plan(link.references).table)) return [];
  c.valuesDecide ||= narrowing.large ?? false;
  return c.rights.narrow.includes(key) ? narrowing.ways('t') : [];
}

/** Writes one page: its rows first and no more than the page has, what they become around them. */
class PageSql {
  readonly #level: Level;
  readonly #type;
  /** What each row becomes, by the name of the column that holds it. */
  readonly #made = new Map<string, string>();
  #usesCursor = false;
  #looksAhead = false;
  #limitPlace: string | undefined;

  constructor(
    private readonly c: Compiling,
    private readonly selected: SelectedField,
    private readonly plan: EntityPlan,
    private readonly options: ListOptions,
    private readonly place: Place,
    private readonly which: Which,
  ) {
    this.#level = new Level(c.nextAlias(), plan, place.date);
    this.#type = objectOf(selected.field);
  }

  write(): Compiled {
    const { c, plan } = this;
    c.readsRowsOf(plan);
    const { columns, holes, inner } = c.selection(this.#type, selectionsBelow(this.selected.nodes), (field) =>
      this.#pageField(field),
    );
    const audited = plan.audited ? plan : null;
    if (audited) {
      this.#made.set('ids', this.#level.ref('id'));
      columns.push(`coalesce(g."ids", '[]'::json) as "${IDS}"`);
    }
    return {
      sql: `(select row_to_json(c) from (select ${columns.join(', ')}${this.#from()}) c)`,
      work: workOf(this.#type, { holes, inner }, { audited }),
    };
  }

  #pageField(field: SelectedField): Compiled | null {
    switch (field.name) {
      case 'nodes':
        return this.#nodes(field);
      case 'edges':
        return this.#edges(field);
      case 'pageInfo':
        return this.#pageInfo(field);
      case 'totalCount':
        return { sql: this.#count(), work: null };
      default:
        return null;
    }
  }

  /** A list of what each row becomes. */
  #collected(json: string, work: Work | null): Compiled {
    const column = `c${this.#made.size}`;
    this.#made.set(column, json);
    return { sql: `coalesce(g."${column}", '[]'::json)`, work };
  }

  #nodes({ field, nodes }: SelectedField): Compiled {
    const { json, work } = this.#row(objectOf(field), selectionsBelow(nodes));
    return this.#collected(json, work);
  }

  #row(
    type: ReturnType<typeof objectOf>,
    sets: readonly SelectionSetNode[],
  ): { json: string; work: Work | null } {
    // The page notes the ids of all its rows, also where none of them is shown.
    const { columns, work } = entityColumns(this.c, this.#level, type, sets, { notesId: false });
    return { json: `(select row_to_json(o) from (select ${columns}) o)`, work };
  }

  #edges({ field, nodes }: SelectedField): Compiled {
    const type = objectOf(field);
    const { columns, holes, inner } = this.c.selection(
      type,
      selectionsBelow(nodes),
      (selected): Compiled | null => {
        if (selected.name === 'cursor') return { sql: this.#cursor(), work: null };
        if (selected.name !== 'node') return null;
        const { json, work } = this.#row(objectOf(selected.field), selectionsBelow(selected.nodes));
        return { sql: json, work };
      },
    );
    const json = `(select row_to_json(e) from (select ${columns.join(', ')}) e)`;
    return this.#collected(json, workOf(type, { holes, inner }));
  }

  #cursor(): string {
    this.#usesCursor = true;
    const { alias } = this.#level;
    return cursorSql(this.#request(this.c.bound).orderKey, `${alias}."$order"`, this.#level.ref('id'));
  }

  #pageInfo({ field, nodes }: SelectedField): Compiled {
    const type = objectOf(field);
    const found = this.c.selection(type, selectionsBelow(nodes), ({ name }): Compiled | null => {
      const sql = this.#pageInfoField(name);
      return sql ? { sql, work: null } : null;
    });
    return {
      sql: `(select row_to_json(i) from (select ${found.columns.join(', ')}) i)`,
      work: workOf(type, found),
    };
  }

  #pageInfoField(name: string): string | undefined {
    const { p } = this.c;
    switch (name) {
      case 'hasNextPage':
        this.#looksAhead = true;
        return `g."found" > ${this.#limit}`;
      case 'hasPreviousPage':
        return p.from((bound) => this.#request(bound).after !== null, 'boolean');
      case 'startCursor':
      case 'endCursor':
        this.#made.set('cursors', this.#cursor());
        return name === 'startCursor' ? `g."cursors" ->> 0` : `g."cursors" ->> -1`;
      default:
        return undefined;
    }
  }

  /** What the request asks for, read once for all parameters of the page. */
  #request = (bound: Bound): CheckedPage =>
    bound.once(this, () => requestOf(this.plan, this.options, this.selected, bound));

  get #limit(): string {
    return (this.#limitPlace ??= this.c.p.from((bound) => this.#request(bound).limit, 'int'));
  }

  #version = (): string => (this.plan.version ? strictVersion(this.plan, this.place.date()) : '');

  #count(): string {
    const { plan, which } = this;
    const conditions = [...which.conditions, ...anyOf(which.ways)];
    return `(select count(*)::int from ${plan.table} t${this.#version()}${whereAll(conditions)})`;
  }

  /**
   * The rows of the page, gathered into one row `g`; nothing where only their number is asked for. What gathers goes
   * over the rows as the page has them, with nothing in between that could put them in another order.
   */
  #from(): string {
    if (this.#made.size === 0 && !this.#looksAhead) return '';
    const { alias } = this.#level;
    const ahead = this.#looksAhead;
    const shown = ahead ? ` filter (where q.n <= ${this.#limit})` : '';
    const gathered = [...this.#made.keys()].map(
      (name) => `json_agg(q.${quote(name)})${shown} as ${quote(name)}`,
    );
    const made = [...this.#made].map(([name, sql]) => `${sql} as ${quote(name)}`);
    return ` from (select ${[...(ahead ? ['count(*) as "found"'] : []), ...gathered].join(', ')} from
      (select ${[...(ahead ? ['row_number() over () as n'] : []), ...made].join(', ')} from (${this.#rows()}) ${alias}) q) g`;
  }

  #rows(): string {
    const { plan, place } = this;
    const now = this.#request(this.c.bound);
    const { ordering } = now;
    const column = plan.columns.get(ordering.property)!;
    const conditions = [...this.which.conditions];
    if (now.after) {
      const cursor = (bound: Bound) => this.#request(bound).after!;
      const value = this.c.p.from((bound) => cursorValue(column, cursor(bound)), cursorType(column));
      const id = this.c.p.from((bound) => cursor(bound).id, 'bigint');
      conditions.push(afterCursor(column, ordering.descending, { value, id }));
    }
    const limit = this.#looksAhead ? `${this.#limit} + 1` : this.#limit;
    return pageSql(plan, {
      columns: this.#level.columns,
      ordering,
      conditions,
      ways: this.which.ways,
      date: plan.version ? place.date() : '',
      limit,
      withOrder: this.#usesCursor,
    });
  }
}

const anyOf = (ways: readonly string[]): string[] => (ways.length > 0 ? [`(${ways.join(' or ')})`] : []);

const whereAll = (conditions: readonly string[]): string =>
  conditions.length > 0 ? ` where ${conditions.join(' and ')}` : '';
