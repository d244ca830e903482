/**
 * Prints what a plugin's author has to read and no client ever gets: the error behind an `INTERNAL_SERVER_ERROR`, with
 * its message, stack and causes under the number in the answer, and why a plugin did not start.
 */
export function tellAuthor(message: string, facts: Record<string, unknown> = {}): void {
  if (message === 'internal error')
    console.error(
      `INTERNAL_SERVER_ERROR ${String(facts['errorId'])} hides this from clients:`,
      facts['error'],
    );
  if (message === 'plugin quarantined')
    console.error(
      `The plugin ${String(facts['plugin'])} could not start and is left out: ${String(facts['reason'])}`,
    );
}
