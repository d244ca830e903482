/** Mistakes in understanding what was asked: the operation is read as another one. */
import { Kind, parse, print, visit, type ASTVisitor, type FieldNode } from 'graphql';
import type { Fault } from './fault.js';

/** The operation as somebody reads it who does not see a part of it. */
const misread = (name: string, description: string, visitor: () => ASTVisitor): Fault => ({
  name,
  description,
  plant: (_ground, execute) => (operation) =>
    execute({ ...operation, document: parse(print(visit(operation.document, visitor()))) }),
});

const withoutArgument = (...names: string[]): ASTVisitor => ({
  Argument: ({ name }) => (names.includes(name.value) ? null : undefined),
});

const withoutDirective = (name: string): ASTVisitor => ({
  Directive: (directive) => (directive.name.value === name ? null : undefined),
});

/** Fields of one name at one place all get the arguments of the first. */
const firstArguments = (): ASTVisitor => ({
  SelectionSet(set) {
    const first = new Map<string, FieldNode>();
    const selections = set.selections.map((selection) => {
      if (selection.kind !== Kind.FIELD) return selection;
      const known = first.get(selection.name.value);
      if (!known) first.set(selection.name.value, selection);
      return known ? { ...selection, arguments: known.arguments } : selection;
    });
    return { ...set, selections };
  },
});

export const faultsInRequest: readonly Fault[] = [
  misread('filter-dropped', 'A list is not filtered.', () => withoutArgument('filter')),
  misread('order-dropped', 'A list is in its usual order, whatever orderBy says.', () =>
    withoutArgument('orderBy'),
  ),
  misread('cursor-dropped', 'A page begins at the beginning, whatever after says.', () =>
    withoutArgument('after'),
  ),
  misread('limit-dropped', 'A page has the usual size, whatever first says.', () => withoutArgument('first')),
  misread('as-of-dropped', 'What has versions is read as of today, whatever asOf says.', () =>
    withoutArgument('asOf'),
  ),
  misread('skip-ignored', '@skip is not looked at.', () => withoutDirective('skip')),
  misread('include-ignored', '@include is not looked at.', () => withoutDirective('include')),
  misread('alias-collision', 'A field asked for twice is read once.', firstArguments),
  misread('default-ignored', 'The default of a variable is not used.', () => ({
    VariableDefinition: (definition) =>
      definition.type.kind === Kind.NON_NULL_TYPE ? undefined : { ...definition, defaultValue: undefined },
  })),
  {
    name: 'limit-off-by-one',
    description: 'A page has one row less than it should.',
    plant: (_ground, execute) => (operation) =>
      execute({
        ...operation,
        document: visit(operation.document, {
          Argument: (argument) =>
            argument.name.value === 'first' &&
            argument.value.kind === Kind.INT &&
            Number(argument.value.value) > 0
              ? { ...argument, value: { ...argument.value, value: String(Number(argument.value.value) - 1) } }
              : undefined,
        }),
      }),
  },
  {
    name: 'locale-ignored',
    description: 'Everything is in Vietnamese, whatever language was asked for.',
    plant: (_ground, execute) => (operation) => execute({ ...operation, locale: 'vi' }),
  },
  {
    name: 'denied-field-answered',
    description: 'Fields are answered although their rule is not passed.',
    plant: ({ askers }, execute) => {
      const permissions = new Set(askers.flatMap(({ caller }) => [...caller.permissions]));
      return (operation) => execute({ ...operation, caller: { ...operation.caller, permissions } });
    },
  },
  {
    name: 'row-rule-dropped',
    description: 'Rows are read that another may see and the caller may not.',
    plant: ({ askers }, execute) => {
      const { settings } = askers.find(({ name }) => name === 'standing')!.caller;
      return (operation) => execute({ ...operation, caller: { ...operation.caller, settings } });
    },
  },
];
