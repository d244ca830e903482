/** One step of a schema's history. Once applied anywhere its text is never changed: the next step mends it. */
export interface Migration {
  /** `0001_what_it_does`: four digits that ascend, then lower-case words. */
  name: string;
  /** SQL, one or many statements, run in one transaction; names are written with their schema. */
  up: string;
  /** SQL that undoes `up`. It is stored when `up` is applied, so that it works when the code is gone. */
  down: string;
}

/** The migrations of one owner: core, or a plugin by its id. */
export interface MigrationSource {
  owner: string;
  /** Owners whose migrations come before. */
  requires: string[];
  migrations: Migration[];
}

/** What happened to one owner's migrations in one run. */
export interface MigrationReport {
  owner: string;
  /** Names applied in this run. */
  applied: string[];
  /** The migration that failed, and nothing after it was tried. */
  failed?: { name: string; error: Error };
  /** Why nothing was tried: a source that this one requires did not get through. */
  skippedBecause?: string;
  /** The ledger has migrations of this owner, but no code for it was handed in: its package is gone. Not an error. */
  absent?: true;
}

export interface MigrationProgress {
  state: 'waiting' | 'applying' | 'applied' | 'failed';
  /** Empty while waiting for another process. */
  owner: string;
  name: string;
  /** Which migration of this run it is, from 1, and of how many. */
  position: number;
  total: number;
}
