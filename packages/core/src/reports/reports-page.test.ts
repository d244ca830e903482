import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportWorkflow } from './report-state.js';

test('the diagram of docs/reference/reports.md is the declared workflow', async () => {
  const page = await readFile(
    join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'reference', 'reports.md'),
    'utf8',
  );
  expect(page).toContain(['```mermaid', reportWorkflow.diagram(), '```'].join('\n'));
  for (const step of Object.keys(reportWorkflow.steps)) expect(page).toContain(`| \`${step}\` |`);
});
