import type { Plugin } from '../contract/plugin.js';

/** The rules of plugins that cover something, by their keys in `access.fields`. */
export class UsedRules {
  readonly #keys = new Map<string, Set<string>>();

  add(plugin: Plugin, key: string): void {
    const keys = this.#keys.get(plugin.id) ?? new Set<string>();
    this.#keys.set(plugin.id, keys.add(key));
  }

  has(plugin: Plugin, key: string): boolean {
    return this.#keys.get(plugin.id)?.has(key) ?? false;
  }
}
