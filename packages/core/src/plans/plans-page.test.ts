/** docs/reference/plans.md shows the way as it is declared, and queries that answer. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeGlobalId } from '@phoihop/platform/engine';
import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import { contributingPlugins } from '../programs/test-bed.js';
import { AllocationMeaning, AllocationState } from '../targets/allocation-table-types.js';
import { planWorkflow } from './plan-state.js';

const page = await readFile(
  join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'reference', 'plans.md'),
  'utf8',
);
const [compared, allocations, ...more] = [...page.matchAll(/```graphql\n([\s\S]+?)```/g)].map(
  ([, query]) => query!,
);

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed(await contributingPlugins());
}, 600_000);
afterAll(() => bed?.close());

test('the diagram is the declared workflow, and every step and state is explained', () => {
  expect(page).toContain(['```mermaid', planWorkflow.diagram(), '```'].join('\n'));
  for (const step of Object.keys(planWorkflow.steps)) expect(page).toContain(`| \`${step}\` |`);
  for (const state of Object.keys(AllocationState)) expect(page).toContain(`\`${state}\``);
  expect(Object.keys(AllocationMeaning)).toHaveLength(7);
});

test('the queries of the page give rows', async () => {
  expect(more).toEqual([]);
  const [plan] = await bed.sql<{ id: number }>('select min(id)::int as id from core.plan where demo');
  const comparison = await bed.ask(compared!, 'standing', { plan: encodeGlobalId('Plan', plan!.id) });
  expect(comparison.errors).toBeUndefined();
  expect(comparison.data.planComparison.items.length).toBeGreaterThan(5);
  expect(comparison.data.planComparison.plans).toHaveLength(14);
  const table = await bed.ask(allocations!, 'standing', { unit: await bed.unit('737') });
  expect(table.errors).toBeUndefined();
  expect(table.data.targetAllocations.length).toBeGreaterThan(10);
});
