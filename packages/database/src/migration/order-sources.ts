import { DatabaseError } from '../connection/database-error.js';
import type { MigrationSource } from './migration.js';

const migrationName = /^\d{4}_[a-z0-9_]+$/;

/**
 * The sources in an order in which each comes after those it requires, otherwise as given.
 *
 * @throws DatabaseError MIGRATION_SOURCES_INVALID naming every mistake: names, order, unknown or circular requirements
 */
export function orderSources(sources: readonly MigrationSource[]): MigrationSource[] {
  const byOwner = new Map(sources.map((source) => [source.owner, source]));
  const mistakes = [
    ...twice(sources.map(({ owner }) => owner)).map((owner) => `"${owner}" is handed in twice.`),
    ...sources.flatMap(wrongNames),
    ...sources.flatMap(({ owner, requires }) =>
      requires
        .filter((name) => !byOwner.has(name))
        .map((name) => `"${owner}" requires "${name}", which is not there.`),
    ),
  ];
  if (mistakes.length > 0) throw invalid(mistakes);

  const ordered = new Set<MigrationSource>();
  const visit = (source: MigrationSource, path: readonly string[]) => {
    if (ordered.has(source)) return;
    if (path.includes(source.owner)) {
      const circle = [...path.slice(path.indexOf(source.owner)), source.owner];
      throw invalid([`They require each other in a circle: ${circle.join(' → ')}.`]);
    }
    for (const name of source.requires) visit(byOwner.get(name)!, [...path, source.owner]);
    ordered.add(source);
  };
  for (const source of sources) visit(source, []);
  return [...ordered];
}

function wrongNames({ owner, migrations }: MigrationSource): string[] {
  const mistakes: string[] = [];
  let last = '';
  for (const { name } of migrations) {
    if (!migrationName.test(name)) {
      mistakes.push(
        `"${owner}/${name}" is not named like 0001_what_it_does (four digits, then lower-case words).`,
      );
    } else if (last !== '' && name.slice(0, 4) <= last.slice(0, 4)) {
      mistakes.push(`"${owner}/${name}" comes after "${last}": the numbers must ascend, each used once.`);
    }
    last = name;
  }
  return mistakes;
}

function twice(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

function invalid(mistakes: readonly string[]): DatabaseError {
  return new DatabaseError(
    'MIGRATION_SOURCES_INVALID',
    `The migrations handed in contradict each other:\n${mistakes.map((mistake) => `  - ${mistake}\n`).join('')}`,
  );
}
