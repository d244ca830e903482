import core from '@phoihop/core';
import { compose, CompositionError } from '@phoihop/platform/engine';
import refused from '../../examples/refused/plugin.js';
import graphqlOnly from '../../examples/smallest/graphql-only.js';
import programOnly from '../../examples/smallest/program-only.js';
import treePlanting from '../../examples/tree-planting/src/plugin.js';
import { read } from './pages.js';

test('the example plugins fit together with core', () => {
  const { plugins, schema } = compose([core, programOnly, graphqlOnly, treePlanting]);
  expect(plugins.map(({ id }) => id)).toEqual(['core', 'business-day', 'reading-rooms', 'tree-planting']);
  expect(schema.getType('TreePlantingDrive')).toBeDefined();
});

test('the guide quotes what composition says of the refused one', () => {
  const message = messageOf(() => compose([refused]));
  expect(message).toContain('5 problems');
  expect(read('docs/guides/write-a-plugin.md')).toContain(withoutLines(message));
});

function messageOf(work: () => unknown): string {
  try {
    work();
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(CompositionError);
    return (error as Error).message;
  }
}

/** Places as whoever runs the example from the project's folder sees them. */
const withoutLines = (message: string): string =>
  message.replace(/where: \S*(examples\/refused\/plugin\.ts:\d+)/g, 'where: $1');
