import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { Plugin } from '../contract/plugin.js';
import { PLATFORM, type Ownership } from './ownership.js';
import { generatedVietnamese, platformVietnamese } from './vietnamese.js';
import type { CompositionProblem } from './problems.js';

/** One describable thing of the schema, by its coordinate. */
interface Described {
  readonly coordinate: string;
  readonly name: string;
  readonly description: string | null | undefined;
  /** `Type.field` or `Type` whose owner must describe it. */
  readonly ownedBy: string;
}

/** Every type, field, argument and enum value, in schema order. */
export function describedElements(schema: GraphQLSchema): Described[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .flatMap(elementsOf);
}

function elementsOf(type: GraphQLNamedType): Described[] {
  const elements: Described[] = [
    { coordinate: type.name, name: type.name, description: type.description, ownedBy: type.name },
  ];
  if (isEnumType(type)) {
    for (const value of type.getValues()) {
      elements.push({
        coordinate: `${type.name}.${value.name}`,
        name: value.name,
        description: value.description,
        ownedBy: type.name,
      });
    }
  }
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      elements.push({
        coordinate: `${type.name}.${field.name}`,
        name: field.name,
        description: field.description,
        ownedBy: type.name,
      });
    }
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      elements.push({ coordinate, name: field.name, description: field.description, ownedBy: coordinate });
      for (const argument of field.args) {
        elements.push({
          coordinate: `${coordinate}(${argument.name})`,
          name: argument.name,
          description: argument.description,
          ownedBy: coordinate,
        });
      }
    }
  }
  return elements;
}

/** Vietnamese descriptions by coordinate: the plugins' own, then the platform's for what it generates. */
export function vietnameseDescriptions(
  schema: GraphQLSchema,
  plugins: readonly Plugin[],
): Map<string, string> {
  const own = new Map(plugins.flatMap((plugin) => Object.entries(plugin.translations?.vi ?? {})));
  const found = new Map<string, string>();
  for (const { coordinate } of describedElements(schema)) {
    const text =
      own.get(coordinate) ??
      platformVietnamese.get(coordinate) ??
      generatedVietnamese(schema, coordinate, own);
    if (text) found.set(coordinate, text);
  }
  return found;
}

/** Elements without a description that says more than their name, or without a Vietnamese one. */
export function checkDescriptions(
  schema: GraphQLSchema,
  plugins: readonly Plugin[],
  owners: Ownership,
  vietnamese: ReadonlyMap<string, string>,
): CompositionProblem[] {
  const byId = new Map(plugins.map((plugin) => [plugin.id, plugin]));
  return describedElements(schema).flatMap((element) => {
    const owner = owners.fields.get(element.ownedBy) ?? owners.types.get(element.ownedBy) ?? PLATFORM;
    const at = { owners: [owner], places: byId.has(owner) ? [byId.get(owner)!.definedAt] : [] };
    const problems: CompositionProblem[] = [];
    if (!saysMoreThan(element.name, element.description)) {
      problems.push({
        code: 'DESCRIPTION_MISSING',
        message: `${element.coordinate} has no description that says more than its name.`,
        ...at,
        mend: 'Write what it is, in which unit, and when it is null, as a Front officer would ask.',
      });
    }
    if (!vietnamese.has(element.coordinate)) {
      problems.push({
        code: 'TRANSLATION_MISSING',
        message: `${element.coordinate} has no Vietnamese description.`,
        ...at,
        mend: `Add '${element.coordinate}' to translations.vi.`,
      });
    }
    return problems;
  });
}

/** Whether a description has at least one word the name does not have. */
function saysMoreThan(name: string, description: string | null | undefined): boolean {
  if (!description) return false;
  const nameWords = new Set([...splitWords(name), 'the', 'a', 'an', 'of', 'this', 'its']);
  return splitWords(description).some((word) => !nameWords.has(word));
}

const splitWords = (text: string): string[] =>
  text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
