import type { Composition } from '../composition/compose.js';
import type { DeclaredRead } from '../composition/build-schema.js';
import type { ListOptions, OneRead } from '../contract/reads.js';
import type { ClassType } from '../contract/translated.js';
import type { PageArguments } from '../reading/connection.js';
import { entityKey } from '../reading/entity-table.js';
import { localId } from '../reading/global-id.js';
import { planFor } from '../reading/read-model.js';
import type { Row } from '../reading/row.js';
import type { Resolve } from './wire.js';

/** What runs for a field that an author declared and the platform reads. */
export function readDeclared(composition: Composition, declared: DeclaredRead): Resolve {
  if (declared.kind === 'one') {
    const { read } = declared;
    return (_source, args, operation, info) =>
      operation.read.one(read, identify(composition, read, args), info, operation.dateFor(null, info));
  }
  if (declared.kind === 'label') {
    const { vi, en } = declared.label;
    return (row, _args, { locale }) => {
      const { [vi]: vietnamese = null, [en]: english = null } = row as Row;
      return locale === 'en' ? (english ?? vietnamese) : vietnamese;
    };
  }
  if (declared.kind === 'computed') return (row, _args, _operation, { fieldName }) => (row as Row)[fieldName];
  const listed = declared.kind === 'list' ? declared.read : declared.relation;
  const defaultOrder = ruleOfDefaultOrder(composition, listed);
  return (source, args: PageArguments, operation, info) => {
    const asOf = operation.dateFor(source, info);
    const unordered = !args.orderBy && defaultOrder !== undefined && !operation.flags[defaultOrder];
    const options = unordered ? { ...listed, order: [] } : listed;
    return options.kind === 'list'
      ? operation.read.list(options, args, info, asOf)
      : operation.read.many(options, (source as Row).id, args, info, asOf);
  };
}

/**
 * The rule of the property a list is ordered by when nobody asks for an order. Who may not read it gets the list by
 * id: the order, and the cursors, would tell the property's values.
 */
function ruleOfDefaultOrder(
  { rules, readModel }: Composition,
  { entity, order = [] }: ListOptions & { entity: ClassType },
): number | undefined {
  const [property] = order;
  return property === undefined
    ? undefined
    : rules.indexOf(`${planFor(readModel, entityKey(entity)).typeName}.${property}`);
}

/** Arguments that identify an entity, global ids turned into row ids. */
export function identify(
  { readModel }: Pick<Composition, 'readModel'>,
  read: OneRead,
  args: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const plan = planFor(readModel, entityKey(read.entity));
  const typeOf = (key: string): string => readModel.plans.get(key)?.typeName ?? key;
  return Object.fromEntries(
    read.by.map((property) => {
      const target = property === 'id' ? plan.key : plan.columns.get(property)!.references;
      return [property, target ? localId(typeOf(target), String(args[property]), property) : args[property]];
    }),
  );
}
