import { inDefaultOrder } from '../access/default-order.js';
import type { Composition } from '../composition/compose.js';
import type { DeclaredRead } from '../composition/build-schema.js';
import type { OneRead } from '../contract/reads.js';
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
  const plan = planFor(composition.readModel, entityKey(listed.entity));
  return (source, args: PageArguments, operation, info) => {
    const asOf = operation.dateFor(source, info);
    const options = args.orderBy ? listed : inDefaultOrder(listed, plan, composition.rules, operation.flags);
    return options.kind === 'list'
      ? operation.read.list(options, args, info, asOf)
      : operation.read.many(options, (source as Row).id, args, info, asOf);
  };
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
