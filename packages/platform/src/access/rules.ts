import type { AccessRule } from '../contract/access.js';

/** Whose rights a rule is asked about. */
export interface Holder {
  readonly signedIn: boolean;
  readonly permissions: ReadonlySet<string>;
}

/** Whether the holder passes the rule. */
export function passes(rule: AccessRule, holder: Holder): boolean {
  switch (rule.kind) {
    case 'public':
      return true;
    case 'signedIn':
      return holder.signedIn;
    case 'permission':
      return holder.permissions.has(rule.permission);
    case 'anyOf':
      return rule.rules.some((inner) => passes(inner, holder));
    case 'allOf':
      return rule.rules.every((inner) => passes(inner, holder));
  }
}

/** Every permission a rule mentions. */
export function permissionsIn(rule: AccessRule): string[] {
  if (rule.kind === 'permission') return [rule.permission];
  return rule.kind === 'anyOf' || rule.kind === 'allOf' ? rule.rules.flatMap(permissionsIn) : [];
}

/** A rule in words, for the access matrix. */
export function describeRule(rule: AccessRule): string {
  switch (rule.kind) {
    case 'public':
      return `public: ${rule.reason}`;
    case 'signedIn':
      return 'signed in';
    case 'permission':
      return rule.permission;
    case 'anyOf':
      return `any of (${rule.rules.map(describeRule).join(', ')})`;
    case 'allOf':
      return `all of (${rule.rules.map(describeRule).join(', ')})`;
  }
}

/**
 * All rules of a schema, each different one once, and which one each field has. A caller's rights become one array
 * of flags, so that a field costs one look-up.
 */
export class RuleBook {
  readonly #rules: AccessRule[] = [];
  readonly #byText = new Map<string, number>();
  readonly #fields = new Map<string, number>();

  /** Gives a field its rule. */
  set(coordinate: string, rule: AccessRule): void {
    const text = JSON.stringify(rule);
    let index = this.#byText.get(text);
    if (index === undefined) {
      index = this.#rules.push(rule) - 1;
      this.#byText.set(text, index);
    }
    this.#fields.set(coordinate, index);
  }

  /** The rule of `Type.field`; composition has proved that there is one. */
  ruleOf(coordinate: string): AccessRule | undefined {
    const index = this.#fields.get(coordinate);
    return index === undefined ? undefined : this.#rules[index];
  }

  /** The position of a field's rule in the flags of {@link flagsFor}. */
  indexOf(coordinate: string): number | undefined {
    return this.#fields.get(coordinate);
  }

  /** One flag for each rule: whether the holder passes it. */
  flagsFor(holder: Holder): Uint8Array {
    return Uint8Array.from(this.#rules, (rule) => (passes(rule, holder) ? 1 : 0));
  }

  /** Every field with its rule, by name. */
  entries(): [string, AccessRule][] {
    return [...this.#fields.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([coordinate, index]) => [coordinate, this.#rules[index]!]);
  }
}
