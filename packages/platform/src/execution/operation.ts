import { isInterfaceType, type GraphQLResolveInfo } from 'graphql';
import type { Session } from '@phoihop/database';
import type { Composition } from '../composition/compose.js';
import type { Caller, Clock, RequestContext } from '../contract/context.js';
import type { Locale } from '../contract/translated.js';
import { Reader } from '../reading/reader.js';
import { AS_OF, ENTITY, type Row } from '../reading/row.js';
import type { Availability } from './lifecycle.js';

/** What an operation is started with. */
export interface OperationStart {
  readonly caller: Caller;
  readonly locale: Locale;
  readonly clock: Clock;
  readonly requestId: string;
  readonly session: Session;
  readonly flags: Uint8Array;
  readonly composition: Composition;
  readonly availability: Availability;
  readonly translate: RequestContext['translate'];
  readonly services: RequestContext['services'];
  readonly pluginStates: RequestContext['pluginStates'];
  /** Whether the operation is one change: then the transaction is its own. */
  readonly alone: boolean;
}

/** The request context of one operation, with what only the platform needs of it. */
export class Operation implements RequestContext {
  readonly caller: Caller;
  readonly locale: Locale;
  readonly clock: Clock;
  readonly requestId: string;
  readonly session: Session;
  readonly translate: RequestContext['translate'];
  readonly services: RequestContext['services'];
  readonly pluginStates: RequestContext['pluginStates'];
  readonly read: Reader;
  /** One flag for each rule of the rule book. */
  readonly flags: Uint8Array;
  /** Whether the one change of the operation has failed: nothing of the transaction may be kept. */
  undone = false;
  readonly #alone: boolean;
  readonly #composition: Composition;
  readonly #availability: Availability;
  readonly #memo = new Map<string, unknown>();
  readonly #rootDates = new Map<string | number, string>();

  constructor(start: OperationStart) {
    this.caller = start.caller;
    this.locale = start.locale;
    this.clock = start.clock;
    this.requestId = start.requestId;
    this.session = start.session;
    this.translate = start.translate;
    this.services = start.services;
    this.pluginStates = start.pluginStates;
    this.flags = start.flags;
    this.#alone = start.alone;
    this.#composition = start.composition;
    this.#availability = start.availability;
    this.read = new Reader(start.composition.readModel, start.session, start.clock.businessDate);
  }

  /** Runs a change so that it happens wholly or not at all, whatever becomes of others beside it. */
  async whole<T>(change: () => Promise<T>): Promise<T> {
    if (!this.#alone) return this.session.savepoint(change);
    try {
      return await change();
    } catch (error) {
      this.undone = true;
      throw error;
    }
  }

  once<T>(key: string, make: () => T): T {
    if (!this.#memo.has(key)) this.#memo.set(key, make());
    return this.#memo.get(key) as T;
  }

  async audit(
    action: string,
    subject: { type: string; id: number | null },
    facts: Record<string, unknown> = {},
  ): Promise<void> {
    await this.#writeAudit(this.session, action, subject, facts);
  }

  /**
   * Records which audited rows this operation has read.
   * @param session Another than the operation's own, where that one cannot write.
   */
  async auditReads(session: Session = this.session): Promise<void> {
    for (const [type, ids] of this.read.audited) {
      await this.#writeAudit(session, 'platform:read', { type, id: null }, { ids: [...ids] });
    }
  }

  async #writeAudit(
    session: Session,
    action: string,
    { type, id }: { type: string; id: number | null },
    facts: Record<string, unknown>,
  ): Promise<void> {
    await session.query(
      `insert into platform.audit_event (actor_id, action, subject_type, subject_id, facts, request_id, business_date)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [this.caller.userId, action, type, id, JSON.stringify(facts), this.requestId, this.clock.businessDate],
    );
  }

  /** Fetches by global id; see {@link referenceTo}. */
  async nodeById(type: string, id: number): Promise<Row | null> {
    const reference = this.referenceTo(type, id);
    return reference && this.read.byKey(reference[ENTITY]!, id);
  }

  /**
   * A row of which only type and id are known yet, for whoever reads it. Null for a type that cannot be fetched by
   * global id, and for one whose id the caller may not read: otherwise `{ node(id: …) { __typename } }` would tell
   * which rows there are.
   * @throws ProblemError PLUGIN_DISABLED or PLUGIN_UNAVAILABLE where the type's plugin does not serve.
   */
  referenceTo(type: string, id: number): Row | null {
    const { schema, entityOfType, rules, owners } = this.#composition;
    const [entity, node, object] = [entityOfType.get(type), schema.getType('Node'), schema.getType(type)];
    if (!entity || !isInterfaceType(node) || !schema.getPossibleTypes(node).some((one) => one === object))
      return null;
    const rule = rules.indexOf(`${type}.id`);
    if (rule === undefined || !this.flags[rule]) return null;
    const problem = this.#availability(owners.types.get(type)!);
    if (problem) throw problem;
    return { id, [ENTITY]: entity, [AS_OF]: this.clock.businessDate };
  }

  /** A root field's `asOf` argument holds for everything below it. */
  setRootDate(info: GraphQLResolveInfo, asOf: string): void {
    this.#rootDates.set(info.path.key, asOf);
  }

  /** The date a field is read as of: its row's, a figure's own, the root argument's, or the business date. */
  dateFor(source: unknown, info: GraphQLResolveInfo): string {
    if (source !== null && typeof source === 'object') {
      const { [AS_OF]: ofRow, asOf } = source as { [AS_OF]?: string; asOf?: unknown };
      if (ofRow) return ofRow;
      if (typeof asOf === 'string') return asOf;
    }
    let step = info.path;
    while (step.prev) step = step.prev;
    return this.#rootDates.get(step.key) ?? this.clock.businessDate;
  }
}
