import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bodyLimit } from './http-errors.js';
import { problemsTable } from './problems.js';
import { settingsTable } from './settings.js';

describe('docs/reference/http.md', () => {
  let page: string;
  beforeAll(async () => {
    page = await readFile(
      join(import.meta.dirname, '..', '..', '..', 'docs', 'reference', 'http.md'),
      'utf8',
    );
  });

  it('lists every setting as it is', () => {
    expect(page).toContain(settingsTable());
  });

  it('lists every problem of the gateway as it is', () => {
    expect(page).toContain(problemsTable());
  });

  it('gives the limit of a body as it is', () => {
    expect(page).toContain(`${bodyLimit.toLocaleString('en')} bytes`);
  });
});
