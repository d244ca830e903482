import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ProgramContribution } from '@phoihop/core';
import { coreProgram } from '../../packages/core/src/programs/core-program.js';
import { read, root } from './pages.js';

/** docs/reference/source-ids.md says for each id of the source program where it stands and whose it is. */
const page = read('docs/reference/source-ids.md');
const lines = read('packages/core/data/registry/coordination-program-2021.txt').split('\n');

const contributions = new Map<string, ProgramContribution>([['core', coreProgram]]);
for (const file of globSync('plugins/*/src/program.ts', { cwd: root }).sort()) {
  const { program } = (await import(join(root, file))) as { program: ProgramContribution };
  contributions.set(basename(dirname(dirname(file))), program);
}

/** The line of the source on which a quotation, or its first unbroken piece, stands. */
function lineOf(quote: string): number {
  const piece = quote.split('…')[0]!.trim();
  const at = lines.findIndex((line) => line.normalize('NFC').includes(piece.normalize('NFC')));
  if (at < 0) throw new Error(`Not in the source: ${piece}`);
  return at + 1;
}

/** `PRG-3` before `PRG-27`. */
const byId = (a: string, b: string): number => Number(/\d+/.exec(a)![0]) - Number(/\d+/.exec(b)![0]);

function table(
  pick: (program: ProgramContribution) => readonly { id: string; quote: string; column: string }[],
): string {
  return [...contributions]
    .flatMap(([plugin, program]) => pick(program).map((one) => ({ plugin, ...one })))
    .sort((a, b) => byId(a.id, b.id))
    .map(({ id, quote, column, plugin }) => `| ${id} | ${lineOf(quote)} | ${column} | ${plugin} |`)
    .join('\n');
}

test('every program line: its section and line in the source, and the plugin that carries it', () => {
  const expected = table(({ programs }) =>
    programs.map(({ id, quote, source, title }) => ({ id, quote, column: `${source} | ${title.en}` })),
  );
  expect(expected.split('\n')).toHaveLength(48);
  expect(page).toContain(expected);
});

test('every target and implied count: its words in the source', () => {
  const expected = table(({ targets }) =>
    targets.map(({ id, quote }) => ({ id, quote, column: quote.replaceAll('|', '\\|') })),
  );
  expect(expected.split('\n')).toHaveLength(16);
  expect(page).toContain(expected);
});
