import { readFileSync } from 'node:fs';

/** `schema/access.md` as it is committed: what each role may select. */
export interface AccessMatrix {
  readonly roles: readonly string[];
  /** `Type.field` → the roles that pass its rule. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
  readonly text: string;
}

/** Reads the committed matrix: the gates compare with what was reviewed, not with what the code says of itself. */
export function readAccessMatrix(): AccessMatrix {
  const text = readFileSync(new URL('../../schema/access.md', import.meta.url), 'utf8');
  const numbered = new Map(
    [...text.matchAll(/^- (\d+) = (.+)$/gm)].map(([, number, role]) => [number!, role!]),
  );
  const roles = [...numbered.values()];
  const section = text.slice(
    text.indexOf('\n## Fields'),
    text.indexOf('\n## ', text.indexOf('\n## Fields') + 1),
  );
  const fields = new Map<string, ReadonlySet<string>>();
  for (const [, coordinate, who] of section.matchAll(/^\| (\w+\.\w+) \|.*\| ([\d ]*|all) \|$/gm)) {
    const named =
      who === 'all'
        ? roles
        : who!
            .split(' ')
            .filter(Boolean)
            .map((number) => numbered.get(number)!);
    fields.set(coordinate!, new Set(named));
  }
  return { roles, fields, text };
}
