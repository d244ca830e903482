import { print, specifiedRules, validate, visit, type ASTNode, type DocumentNode } from 'graphql';
import { anonymous, type Caller } from '@phoihop/platform';
import { compose, defaultLimits, limitRules, permissionsByRole } from '@phoihop/platform/engine';
import { loadPlugins } from '../../../apps/gateway/src/load-plugins.js';
import { Coverage } from './coverage.js';
import { Cursors } from './cursors.js';
import { eyesOf, type Eyes } from './eyes.js';
import { Generator } from './generator.js';
import { Graph } from './graph.js';
import { inventSamples } from './invented-samples.js';
import type { GeneratedOperation } from './operation.js';
import { Random } from './random.js';

let graph: Graph;
let askers: Eyes[];
beforeAll(async () => {
  const { plugins } = await loadPlugins();
  graph = new Graph(compose(plugins));
  const permissions = new Set([...permissionsByRole(plugins).values()].flatMap((some) => [...some]));
  const all: Caller = { ...anonymous, userId: 1, permissions };
  const samples = inventSamples(graph);
  askers = [eyesOf(graph, 'all', all, samples), eyesOf(graph, 'nobody', anonymous, samples)];
}, 60_000);

interface Made {
  readonly operations: GeneratedOperation[];
  readonly coverage: Coverage;
  readonly generator: Generator;
}

function make(seed: number, count: number): Made {
  const coverage = new Coverage();
  const generator = new Generator(graph, askers, coverage, new Cursors(), new Random(seed));
  return { operations: Array.from({ length: count }, () => generator.next()), coverage, generator };
}

const written = ({ document, variables, eyes, locale }: GeneratedOperation): string =>
  JSON.stringify([print(document), variables, eyes.name, locale]);

test('the same seed makes the same operations, another makes others', () => {
  const some = make(11, 25).operations.map(written);
  expect(make(11, 25).operations.map(written)).toEqual(some);
  expect(make(12, 25).operations.map(written)).not.toEqual(some);
});

test('every document is valid and within the limits, and few had to be thrown away', () => {
  const { operations, generator } = make(1, 150);
  const rules = [...specifiedRules, ...limitRules(defaultLimits)];
  for (const { document } of operations) expect(validate(graph.schema, document, rules)).toEqual([]);
  expect(generator.invalid).toBeLessThan(8);
});

/** Counts nodes of a kind that pass. */
function times(documents: readonly DocumentNode[], passes: (node: ASTNode) => boolean): number {
  let found = 0;
  for (const document of documents) {
    visit(document, {
      enter: (node) => {
        if (passes(node)) found += 1;
      },
    });
  }
  return found;
}

test('everything a document can be made of is there', () => {
  const documents = make(2, 250).operations.map(({ document }) => document);
  const seen = {
    aliases: (node) => node.kind === 'Field' && node.alias !== undefined,
    typenames: (node) => node.kind === 'Field' && node.name.value === '__typename',
    'named fragments': (node) => node.kind === 'FragmentDefinition',
    'inline fragments on a type': (node) =>
      node.kind === 'InlineFragment' && node.typeCondition !== undefined,
    'inline fragments on none': (node) => node.kind === 'InlineFragment' && node.typeCondition === undefined,
    'fragments on the interface': (node) =>
      (node.kind === 'InlineFragment' || node.kind === 'FragmentDefinition') &&
      node.typeCondition?.name.value === 'Node',
    '@skip': (node) => node.kind === 'Directive' && node.name.value === 'skip',
    '@include': (node) => node.kind === 'Directive' && node.name.value === 'include',
    'directives by variable': (node) =>
      node.kind === 'Directive' && node.arguments?.[0]?.value.kind === 'Variable',
    'null arguments': (node) => node.kind === 'Argument' && node.value.kind === 'NullValue',
    'variables with a default': (node) =>
      node.kind === 'VariableDefinition' && node.defaultValue !== undefined,
    'variables inside a filter': (node) => node.kind === 'ObjectField' && node.value.kind === 'Variable',
    filters: (node) => node.kind === 'Argument' && node.name.value === 'filter',
    orders: (node) => node.kind === 'Argument' && node.name.value === 'orderBy',
    'dates of reading': (node) => node.kind === 'Argument' && node.name.value === 'asOf',
    edges: (node) => node.kind === 'Field' && node.name.value === 'edges',
    counts: (node) => node.kind === 'Field' && node.name.value === 'totalCount',
  } satisfies Record<string, (node: ASTNode) => boolean>;
  for (const [name, passes] of Object.entries(seen))
    expect([name, times(documents, passes) >= 10]).toEqual([name, true]);
});

test('variables are sent and not sent, and what is sent is in the document', () => {
  const { operations } = make(3, 100);
  const unsent = operations.filter(({ document, variables }) =>
    document.definitions.some(
      (one) =>
        one.kind === 'OperationDefinition' &&
        one.variableDefinitions?.some(({ variable }) => !(variable.name.value in variables)),
    ),
  );
  expect(unsent.length).toBeGreaterThan(10);
  for (const { document, variables } of operations)
    for (const name of Object.keys(variables)) expect(print(document)).toContain(`$${name}`);
});

test('what a caller may not read is asked for by the curious alone', () => {
  const { operations } = make(4, 150);
  const nobodys = operations.filter(({ eyes }) => eyes.name === 'nobody');
  const forbidden = (operation: GeneratedOperation) =>
    times([operation.document], (node) => node.kind === 'Field' && node.name.value === 'phone') > 0;
  expect(nobodys.filter(({ intent }) => intent === 'reads').filter(forbidden)).toEqual([]);
  expect(nobodys.filter(({ intent }) => intent === 'curious').length).toBeGreaterThan(2);
});

test('what was never answered is asked for before what was', () => {
  // A larger schema takes more operations to be asked through.
  const wanted = Math.ceil(graph.fields.length * 0.75);
  const { coverage, operations } = make(5, wanted);
  expect(operations.length).toBe(wanted);
  const asked = new Set<string>();
  for (const { document } of operations) visit(document, { Field: ({ name }) => void asked.add(name.value) });
  const names = new Set(graph.fields.map((coordinate) => coordinate.split('.')[1]!));
  // The rest is for operations that aim at a field.
  expect([...names].filter((name) => !asked.has(name)).length).toBeLessThan(names.size / 20);
  const [some, other] = ['Program.code', 'Program.kind'];
  const before = coverage.novelty(some);
  coverage.answered(some);
  expect(coverage.novelty(some)).toBeLessThan(before);
  expect(coverage.unreached([some, other])).toEqual([other]);
  expect(coverage.reached([some, other])).toEqual([some]);
});
