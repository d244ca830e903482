// What tests, and hosts that embed the gateway, use of it.
export { buildServer } from './server.js';
export type { Gateway, GatewayOptions, Service } from './server.js';
export { readConfig, ConfigError } from './config.js';
export type { Config } from './config.js';
export { localTokens } from './tokens.js';
export type { Identity, IssuedToken, TokenIssuer, TokenVerifier, Verification } from './tokens.js';
export { loadPlugins } from './load-plugins.js';
export type { LoadedPlugins } from './load-plugins.js';
export { commandHost } from './command-host.js';
export type { CommandHost } from './command-host.js';
export { installedPlugins } from './plugins.js';
export { businessClock } from './business-clock.js';
export { startEngine } from './start-engine.js';
export { databaseStore, memoryStore } from './sign-in-limits.js';
export { makeLog } from './log.js';
export type { CoreOptions, CorePort } from './core-port.js';
