import { readFile } from 'node:fs/promises';
import type { PluginServices } from '@phoihop/platform';

const read = async (name: string): Promise<string> =>
  readFile(new URL(`../../data/${name}.json`, import.meta.url), 'utf8');

/** A list of the files with its table; the first two columns tell rows apart, ids stay because records refer to them. */
const lists = [
  {
    file: 'diseases',
    key: 'diseases',
    table: 'disease',
    columns: ['code', 'validFrom date', 'titleVi', 'titleEn', 'class', 'validTo date', 'legalBasis', 'note'],
  },
  {
    file: 'response-levels',
    key: 'levels',
    table: 'response_level',
    columns: [
      'code',
      'validFrom date',
      'titleVi',
      'titleEn',
      'rank integer',
      'validTo date',
      'legalBasis',
      'note',
    ],
  },
  {
    file: 'support-packages',
    key: 'packages',
    table: 'support_package',
    columns: [
      'code',
      'validFrom date',
      'policy',
      'titleVi',
      'titleEn',
      'amount numeric',
      'measureVi',
      'measureEn',
      'complaintDays integer',
      'smallCellThreshold integer',
      'validTo date',
      'legalBasis',
      'note',
    ],
  },
] as const;

const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Loads the code lists: what has changed in a file changes in its table; what is given up gets a `validTo`. */
export async function loadReference({ database }: Pick<PluginServices, 'database'>): Promise<void> {
  await database.asSystem('load the code lists of epidemic prevention', async (session) => {
    for (const { file, key, table, columns } of lists) {
      const rows = (JSON.parse(await read(file)) as Record<string, object[]>)[key]!;
      const named = columns.map((column) => column.split(' ') as [string, string?]);
      const names = named.map(([name]) => columnOf(name));
      await session.query(
        `insert into covid_19.${table} (${names.join(', ')})
         select ${named.map(([name]) => `"${name}"`).join(', ')} from jsonb_to_recordset($1::jsonb)
           as given (${named.map(([name, type = 'text']) => `"${name}" ${type}`).join(', ')})
         on conflict (code, valid_from) do update set ${names
           .slice(2)
           .map((name) => `${name} = excluded.${name}`)
           .join(', ')}`,
        [JSON.stringify(rows)],
      );
    }
  });
}
