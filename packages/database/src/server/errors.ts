/** What can keep the embedded server from serving: each stable code with what it means. */
export const embeddedServerErrors = {
  DATA_FOLDER_IN_USE: 'Another living process serves from this data folder.',
  DATA_FOLDER_NOT_OURS: 'The data folder, or the cluster in it, belongs to another user of this machine.',
  PORT_IN_USE: 'The port that was asked for is taken.',
  NO_ACCOUNT: 'Started as root, and there is no unprivileged account to run PostgreSQL as.',
  BINARIES_MISSING: 'The PostgreSQL binaries for this platform are not installed, or not whole.',
  INITIALIZATION_FAILED: 'The database cluster could not be created.',
  SERVER_START_FAILED: 'PostgreSQL ended, or did not get ready, while starting.',
  SERVER_STOP_FAILED: 'A PostgreSQL left by a killed process could not be shut down.',
} as const;

export type EmbeddedServerErrorCode = keyof typeof embeddedServerErrors;

/** An error whose message says what happened, where, and how to mend it. Programs look at `code`. */
export class EmbeddedServerError extends Error {
  readonly code: EmbeddedServerErrorCode;

  constructor(code: EmbeddedServerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedServerError';
    this.code = code;
  }
}
