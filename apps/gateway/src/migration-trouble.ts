/** What to do at a developer's terminal where the database does not fit the code; nothing where it is another trouble. */
export function explainMigrations(error: unknown, embeddedFolder: string | undefined): string[] {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (!embeddedFolder || !/^(MIGRATION_|DATABASE_AHEAD)/.test(code)) return [];
  const [, plugin, name] = /MIGRATION_CHANGED: "([^"/]+)\/([^"]+)"/.exec(message) ?? [];
  return [
    ...(plugin
      ? [
          `While you are writing that migration: npm run phoihop -- migrate revert ${plugin} ${name}`,
          'drops what it and those after it made, with the data; then start again.',
        ]
      : []),
    `If there is nothing but the demo in it, delete ${embeddedFolder} and start again.`,
  ];
}
