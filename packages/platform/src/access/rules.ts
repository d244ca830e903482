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
      // "All of nothing" is nobody: every() would let everybody through.
      return rule.rules.length > 0 && rule.rules.every((inner) => passes(inner, holder));
    case 'where':
      // What the object says besides is asked once it is there.
      return passes(rule.rule, holder);
  }
}

/** Every permission a rule mentions. */
export function permissionsIn(rule: AccessRule): string[] {
  if (rule.kind === 'permission') return [rule.permission];
  if (rule.kind === 'where') return permissionsIn(rule.rule);
  return rule.kind === 'anyOf' || rule.kind === 'allOf' ? rule.rules.flatMap(permissionsIn) : [];
}

/**
 * Whether a rule says who: not "public" without the reason that is reviewed, nor a choice among no rules, nor a
 * condition on the object inside of a choice, where nobody would ask it.
 */
export function saysWho(rule: AccessRule): boolean {
  if (rule.kind === 'public') return rule.reason.trim() !== '';
  if (rule.kind === 'anyOf' || rule.kind === 'allOf')
    return rule.rules.length > 0 && rule.rules.every((inner) => inner.kind !== 'where' && saysWho(inner));
  if (rule.kind === 'where')
    return rule.value.explanation.trim() !== '' && rule.rule.kind !== 'where' && saysWho(rule.rule);
  return true;
}

/** The permission that is all a rule asks for, if it is one. */
function soleIn(rule: AccessRule): string | undefined {
  if (rule.kind === 'permission') return rule.permission;
  if (rule.kind === 'where') return soleIn(rule.rule);
  return undefined;
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
    case 'where':
      return `${describeRule(rule.rule)}, only where ${rule.value.explanation}`;
  }
}

/** The rule of an argument, an input field or an enum value that a client may name. */
export interface InputRule {
  /** The rule's position in the flags of {@link RuleBook.flagsFor}. */
  readonly rule: number;
  /** Whether null is as good as nothing: in a filter it is; in what is written, null takes something away. */
  readonly nullIsNothing: boolean;
}

/**
 * All rules of a schema, each different one once, and which one each field and input has. A caller's rights become
 * one array of flags, so that a field costs one look-up.
 */
export class RuleBook {
  readonly #rules: AccessRule[] = [];
  readonly #byText = new Map<string, number>();
  /** What is in `#byText`, without writing the text of a rule for each of its fields. */
  readonly #known = new Map<AccessRule, number>();
  readonly #fields = new Map<string, number>();
  readonly #inputs = new Map<string, InputRule>();

  /** Gives a field its rule. */
  set(coordinate: string, rule: AccessRule): void {
    this.#fields.set(coordinate, this.#position(rule));
  }

  /** Gives an input (`Input.field`, `Type.field(argument)`, `Enum.VALUE`) its rule. */
  setInput(coordinate: string, rule: AccessRule, nullIsNothing: boolean): void {
    this.#inputs.set(coordinate, { rule: this.#position(rule), nullIsNothing });
  }

  #position(rule: AccessRule): number {
    const position = this.#known.get(rule) ?? this.#positionOfText(rule);
    this.#known.set(rule, position);
    return position;
  }

  #positionOfText(rule: AccessRule): number {
    const text = JSON.stringify(rule);
    const position = this.#byText.get(text) ?? this.#rules.push(rule) - 1;
    this.#byText.set(text, position);
    return position;
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

  /** The rule of an input; most have none, and are covered by the rule of the field that takes them. */
  inputRule(coordinate: string): InputRule | undefined {
    return this.#inputs.get(coordinate);
  }

  /** The one permission that a field or an input wants; nothing where its rule is another, or has several. */
  solePermissionOf(coordinate: string): string | undefined {
    const index = this.#fields.get(coordinate) ?? this.#inputs.get(coordinate)?.rule;
    return index === undefined ? undefined : soleIn(this.#rules[index]!);
  }

  /** One flag for each rule: whether the holder passes it. */
  flagsFor(holder: Holder): Uint8Array {
    return Uint8Array.from(this.#rules, (rule) => (passes(rule, holder) ? 1 : 0));
  }

  /** Every field with its rule, by name. */
  entries(): [string, AccessRule][] {
    return [...this.#fields]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([coordinate, index]) => [coordinate, this.#rules[index]!]);
  }
}
