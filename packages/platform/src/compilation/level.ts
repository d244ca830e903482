import { aliased } from '../reading/filters.js';
import { quote, type EntityPlan } from '../reading/entity-plan.js';

/**
 * The rows of one entity at one place of the answer. What is asked of them is noted while the statement is written
 * around them, so that they are read with just these columns.
 */
export class Level {
  readonly #used = new Set<string>(['id']);

  /**
   * @param alias How statements inside refer to the rows: another at each place, so that none hides another.
   * @param outerDate Writes the date the rows are read as of, where it is asked for: PostgreSQL refuses a parameter that
   *   no text refers to.
   */
  constructor(
    readonly alias: string,
    readonly plan: EntityPlan,
    readonly outerDate: () => string,
  ) {}

  /** A property of the row. */
  ref(property: string): string {
    this.#used.add(property);
    return `${this.alias}.${quote(property)}`;
  }

  /** The date that what hangs below a row is read as of: the row's own, where it has one. */
  get date(): string {
    const { asOf, columns } = this.plan;
    const own = asOf !== undefined && columns.get(asOf)?.sqlType === 'date';
    return own ? `coalesce(${this.ref(asOf)}, ${this.outerDate()})` : this.outerDate();
  }

  /** The columns asked for: to be read after everything around the rows is written. */
  get columns(): string {
    return [...this.#used]
      .map((property) => `${aliased(this.plan.columns.get(property)!)} as ${quote(property)}`)
      .join(', ');
  }

  /** Whether any column is on the version of a temporal entity. */
  get usesVersion(): boolean {
    return [...this.#used].some((property) => {
      const { on, computed } = this.plan.columns.get(property)!;
      return on === 'version' || computed !== undefined;
    });
  }
}
