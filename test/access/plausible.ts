/** Arguments that could be a client’s, made from the schema, so that every root field can be asked for. */
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import { encodeGlobalId } from '@phoihop/platform/engine';
import { programPromises } from './programs/index.js';
import type { World } from './world.js';

/** What type of object an argument of this name is the id of, where the name is not the type’s. */
const typeByName: Readonly<Record<string, string>> = {
  'createPlan.parent': 'Plan',
  unit: 'AdministrativeUnit',
  members: 'AdministrativeUnit',
  add: 'AdministrativeUnit',
  remove: 'AdministrativeUnit',
  lead: 'Organization',
  user: 'User',
  group: 'UnitGroup',
  to: 'Organization',
  from: 'Organization',
  dataValues: 'DataValue',
  actingFor: 'Person',
  basisDocument: 'Document',
  fromDocument: 'Document',
  derivedFrom: 'Target',
  evidence: 'Document',
  predecessor: 'Agreement',
  renewedBy: 'Agreement',
  'reviewAgreement.obligations': 'AgreementObligation',
  'fulfillAgreementObligation.obligation': 'AgreementObligation',
  'waiveAgreementObligation.obligation': 'AgreementObligation',
  lock: 'PeriodLock',
  link: 'AttachmentLink',
  ...idsOfPrograms(),
};

/** What the programs say, and that no two of them mean different things by one name. */
function idsOfPrograms(): Record<string, string> {
  const ids: Record<string, string> = {};
  for (const [name, type] of programPromises.flatMap((promises) => Object.entries(promises.ids))) {
    if (ids[name] !== undefined && ids[name] !== type)
      throw new Error(`${name} is the id of ${ids[name]} and of ${type}: say for which mutation.`);
    ids[name] = type;
  }
  return ids;
}

const textByName: Readonly<Record<string, string>> = {
  username: 'some.body',
  idempotencyKey: '00000000-0000-4000-8000-000000000000',
  password: 'tre xanh dau lang',
  newPassword: 'tre xanh dau lang',
  code: '26257',
  key: '2021-09',
  indicator: 'social-care.gift-cards',
  template: 'commune-monthly',
  program: 'PRG-27',
  role: 'commune-clerk',
};

const textByType: Readonly<Record<string, string>> = {
  String: '"x y z"',
  Int: '1',
  Float: '1',
  Boolean: 'false',
  Date: '"2021-10-01"',
  DateTimeISO: '"2021-10-01T00:00:00Z"',
  Decimal: '"1"',
};

/** A real id of each type of object, by type name. */
export async function idsByType(world: World): Promise<ReadonlyMap<string, string>> {
  const { entityOfType, readModel } = world.bed.engine.composition;
  const ids = new Map<string, string>();
  for (const [type, entity] of entityOfType) {
    const [row] = await world.sql<{ id: number }>(
      `select id::int from ${readModel.plans.get(entity)!.table} order by id limit 1`,
    );
    if (row) ids.set(type, encodeGlobalId(type, row.id));
  }
  return ids;
}

/** A field with the arguments it must have. */
export function plausibleCall(
  field: GraphQLField<unknown, unknown>,
  ids: ReadonlyMap<string, string>,
): string {
  const write = (input: GraphQLArgument | GraphQLInputField): string => {
    const type = input.name === 'id' ? getNamedType(field.type).name : undefined;
    return `${input.name}: ${plausible(input.name, input.type, ids, type)}`;
  };
  const given = [...field.args.filter(mustBeGiven).map(write), ...(isList(field) ? ['first: 1'] : [])];
  return `${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}`;
}

/** The same as a selection, with nothing below it but its type’s name. */
export const plausibleSelection = (
  field: GraphQLField<unknown, unknown>,
  ids: ReadonlyMap<string, string>,
): string => `${plausibleCall(field, ids)}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'}`;

/** Whether it is a page of a list. */
export const isList = ({ args }: GraphQLField<unknown, unknown>): boolean =>
  args.some(({ name }) => name === 'first');

const mustBeGiven = ({ type, defaultValue }: GraphQLArgument | GraphQLInputField): boolean =>
  isNonNullType(type) && defaultValue === undefined;

/** The type of object that an argument of this name is the id of. */
export const typeOfId = (name: string, within = ''): string =>
  typeByName[`${within}.${name}`] ?? typeByName[name] ?? name[0]!.toUpperCase() + name.slice(1);

export function plausible(
  name: string,
  given: GraphQLInputType,
  ids: ReadonlyMap<string, string>,
  idOf?: string,
): string {
  const type = getNullableType(given);
  if (isListType(type)) return `[${plausible(name, type.ofType as GraphQLInputType, ids, idOf)}]`;
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(mustBeGiven);
    // A period has no field that must be given, but an id, or a calendar with a key.
    if (type.name === 'PeriodReference') return '{ calendar: MONTH, key: "2021-09" }';
    return `{ ${fields.map((field) => `${field.name}: ${plausible(field.name, field.type, ids)}`).join(', ')} }`;
  }
  if (type.name === 'ID' && !textByName[name]) {
    const wanted = idOf ?? typeOfId(name);
    const id = ids.get(wanted) ?? (wanted === 'Node' ? ids.get('AdministrativeUnit') : undefined);
    if (!id) throw new Error(`Of what is the argument ${name} an id? Say so in plausible.ts.`);
    return JSON.stringify(id);
  }
  if (textByName[name]) return JSON.stringify(textByName[name]);
  const text = textByType[type.name];
  if (!text) throw new Error(`There is no plausible ${type.name}: add one to plausible.ts.`);
  return text;
}

/** A field as a selection with one row of a list, and nothing below it but its type’s name. */
export const flatSelection = (field: GraphQLField<unknown, unknown>): string =>
  `${field.name}${isList(field) ? '(first: 1)' : ''}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'}`;
