/** docs/reference/agreements.md shows the way as it is declared, and queries that answer. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { agreementWorkflow } from './agreement-state.js';
import { startAgreementsBed, type AgreementsBed } from './test-bed.js';

const page = await readFile(
  join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'reference', 'agreements.md'),
  'utf8',
);
const queries = [...page.matchAll(/```graphql\n([\s\S]+?)```/g)].map(([, query]) => query!);

let bed: AgreementsBed;
beforeAll(async () => {
  bed = await startAgreementsBed();
}, 600_000);
afterAll(() => bed?.close());

test('the diagram is the declared workflow, and every step is explained', () => {
  expect(page).toContain(['```mermaid', agreementWorkflow.diagram(), '```'].join('\n'));
  for (const step of Object.keys(agreementWorkflow.steps)) expect(page).toContain(`| \`${step}\` |`);
});

test('the queries of the page give rows', async () => {
  expect(queries).toHaveLength(2);
  for (const query of queries) {
    const { data, errors } = await bed.ask(query, 'standing', { day: '2021-10-15' });
    expect(errors).toBeUndefined();
    const [{ nodes }] = Object.values(data) as [{ nodes: unknown[] }];
    expect(nodes.length).toBeGreaterThan(1);
  }
});
