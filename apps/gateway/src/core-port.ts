import type { Caller, Plugin, PluginServices, Translated } from '@phoihop/platform';
import type { FilesPort } from './files/files-service.js';
import type { Identity, IssuedToken } from './tokens.js';

/** What the gateway uses of `@phoihop/core` besides its graph: who a signed-in user is, and the demo's people. */
export interface CorePort extends FilesPort {
  readonly default: Plugin;
  /** Rights of a user on the business date; `null` when the user is unknown or the sign-in was revoked. */
  loadCaller(services: PluginServices, identity: Identity): Promise<Caller | null>;
  /** People of the demo, with passwords that everybody may know. */
  demoSignIns(): readonly DemoSignIn[];
}

export interface DemoSignIn {
  readonly username: string;
  readonly password: string;
  readonly who: Translated;
}

/** What core is given under `pluginOptions.core`. */
export interface CoreOptions {
  readonly issueToken: (identity: Identity) => Promise<IssuedToken>;
  readonly demo: boolean;
}
