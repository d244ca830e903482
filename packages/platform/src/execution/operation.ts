import type { GraphQLResolveInfo } from 'graphql';
import type { Session } from '@phoihop/database';
import type { Caller, Clock, RequestContext } from '../contract/context.js';
import type { Locale } from '../contract/translated.js';
import { Reader } from '../reading/reader.js';
import type { ReadModel } from '../reading/read-model.js';
import { AS_OF, type Row } from '../reading/row.js';

/** What an operation is started with. */
export interface OperationStart {
  readonly caller: Caller;
  readonly locale: Locale;
  readonly clock: Clock;
  readonly requestId: string;
  readonly session: Session;
  readonly flags: Uint8Array;
  readonly readModel: ReadModel;
  readonly entityOfType: ReadonlyMap<string, string>;
  readonly translate: RequestContext['translate'];
  readonly services: RequestContext['services'];
  readonly pluginStates: RequestContext['pluginStates'];
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
  readonly #entityOfType: ReadonlyMap<string, string>;
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
    this.#entityOfType = start.entityOfType;
    this.read = new Reader(start.readModel, start.session, start.clock.businessDate);
  }

  once<T>(key: string, make: () => T): T {
    if (!this.#memo.has(key)) this.#memo.set(key, make());
    return this.#memo.get(key) as T;
  }

  async audit(action: string, subject: { type: string; id: number | null }, facts: Record<string, unknown> = {}): Promise<void> {
    await this.session.query(
      `insert into platform.audit_event (actor_id, action, subject_type, subject_id, facts, request_id, business_date)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [this.caller.userId, action, subject.type, subject.id, JSON.stringify(facts), this.requestId, this.clock.businessDate],
    );
  }

  /** Records which audited rows this operation has read. */
  async auditReads(): Promise<void> {
    for (const [type, ids] of this.read.audited) await this.audit('platform:read', { type, id: null }, { ids: [...ids] });
  }

  /** Fetches by global id: null for a type that is no entity. */
  async nodeById(type: string, id: number): Promise<Row | null> {
    const entity = this.#entityOfType.get(type);
    return entity ? this.read.byName(entity, id) : null;
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
