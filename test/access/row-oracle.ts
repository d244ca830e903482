/** What each table’s row rule promises (schema/access.md, “Rows”), said once more in TypeScript. */
import { programPromises } from './programs/index.js';
import { attachmentPromises } from './attachment-promises.js';
import { changeOf, ofUnit, type Row, type TablePromise } from './promise.js';
import type { Rights, Who } from './rights.js';
import type { World } from './world.js';

/** All rows of the protected tables, as their owner sees them. */
export class Ground {
  private constructor(
    readonly rights: Rights,
    private readonly tables: ReadonlyMap<string, readonly (Row & { $key: string })[]>,
  ) {}

  static async of(world: World, rights: Rights): Promise<Ground> {
    const tables = new Map<string, (Row & { $key: string })[]>();
    for (const { table, key = 'id::text' } of tablePromises) {
      const rows = await world.sql<{ key: string; row: Row }>(
        `select ${key} as key, to_jsonb(its) as row from ${table} its`,
      );
      tables.set(
        table,
        rows.map(({ key: $key, row }) => ({ ...row, $key })),
      );
    }
    const members = await world.sql<{ role: string; id: number }>(
      'select code as role, id::int from core.role',
    );
    tables.set(
      'core.role',
      members.map(({ role, id }) => ({ id, code: role, $key: String(id) })),
    );
    const forms = await world.sql<Row>('select id::int, summarizes_id::int from core.report_template');
    const periods = await world.sql<Row>('select id::int, starts_on::text, ends_on::text from core.period');
    tables.set(
      'core.period',
      periods.map((period) => ({ ...period, $key: String(period['id']) })),
    );
    tables.set(
      'core.report_template',
      forms.map((form) => ({ ...form, $key: String(form['id']) })),
    );
    return new Ground(rights, tables);
  }

  /** The same rows under the rights of another day. */
  under(rights: Rights): Ground {
    return new Ground(rights, this.tables);
  }

  rows(table: string): readonly (Row & { $key: string })[] {
    return this.tables.get(table)!;
  }

  row(table: string, id: number): Row {
    return this.rows(table).find((row) => row['id'] === id)!;
  }

  promised(table: string, to: 'select' | 'update' | 'insert', who: Who, row: Row): boolean {
    const promise = tablePromises.find((one) => one.table === table)!;
    if (to === 'select') return promise.select?.(who, row, this) ?? true;
    return promise[to]?.(who, row, this) ?? false;
  }

  /** Rows of which one of each kind is left: what decides is the same for all of a kind, for all of these people. */
  oneOfEachKind({ table, kind }: TablePromise, people: readonly Who[]): readonly { $key: string }[] {
    const kinds = new Map(
      this.rows(table).map((row) => [
        JSON.stringify(kind.map((column) => this.#kindOf(column, row[column], people))),
        row,
      ]),
    );
    return [...kinds.values()];
  }

  #kindOf(column: string, value: any, people: readonly Who[]): unknown {
    if (value === null || value === undefined) return null;
    const place = (unit: number): string => this.rights.placeOf(unit, people);
    const row = (table: string): Row => this.row(table, value);
    switch (column) {
      case 'unit_id':
      case 'home_unit_id':
        return place(value);
      case 'person_id':
        return [
          place(row('core.person')['unit_id']),
          people.find(({ personId }) => personId === value)?.name,
        ];
      case 'user_id':
      case 'actor_id':
        return people.find(({ userId }) => userId === value)?.name;
      case 'document_id':
      case 'from_document_id':
        return [place(row('core.document')['unit_id']), row('core.document')['confidentiality']];
      case 'activity_id':
        return [
          place(row('core.activity')['unit_id']),
          row('core.activity')['program_code'],
          row('core.activity')['code'] === null,
        ];
      case 'plan_id':
        return [
          place(row('core.plan')['unit_id']),
          row('core.plan')['program_code'],
          row('core.plan')['state'],
        ];
      case 'target_id': {
        const { home_unit_id: home, program_code: program, organization_id: whose } = row('core.target');
        return [place(home), program, this.#kindOf('organization_id', whose, people)];
      }
      case 'agreement_id': {
        const agreement = row('core.agreement');
        return ['unit_id', 'program_code', 'state', 'party_ids'].map((its) =>
          this.#kindOf(its, agreement[its], people),
        );
      }
      case 'party_ids':
        return people.flatMap(({ name, organizations }) =>
          (value as number[]).some((organization) => organizations.has(organization)) ? [name] : [],
        );
      case 'attachment_id': {
        const {
          unit_id: unit,
          program_code: program,
          confidentiality,
          uploaded_by: by,
        } = row('core.attachment');
        return [place(unit), program, confidentiality, by];
      }
      case 'program_id':
        return 'a program';
      case 'indicator_id':
        return row('core.indicator')['program'];
      case 'group_id':
        return [
          place(row('core.unit_group')['unit_id']),
          this.rows('core.unit_group_member').flatMap((member) =>
            member['group_id'] === value ? [place(member['unit_id'])] : [],
          ),
        ];
      case 'from_id':
      case 'organization_id':
        return [
          people.flatMap(({ name, organizations }) => (organizations.has(value) ? [name] : [])),
          this.rows('core.organization_version').flatMap((version) =>
            version['organization_id'] === value ? [place(version['unit_id'])] : [],
          ),
        ];
      default:
        return value;
    }
  }

  sees(table: string, who: Who, id: number): boolean {
    return this.promised(table, 'select', who, this.row(table, id));
  }
}

const none = (): null => null;
const code = ({ program_code }: Row): string | null => program_code;

const seesPerson = (who: Who, person: Row, { rights }: Ground): boolean =>
  person['id'] === who.personId || rights.sees(who, 'core:person.read', person['unit_id'], null);

/** Everything a role is given over is the giver’s to give; nobody gives to the own account. */
function mayAppoint(who: Who, assignment: Row, ground: Ground): boolean {
  const { rights } = ground;
  if (who.userId === null || assignment['user_id'] === who.userId) return false;
  const role = ground.row('core.role', assignment['role_id'])['code'] as string;
  const over = (unit: number, program: string | null): boolean =>
    rights.changes(who, `core:appoint.${role}`, unit, program) ||
    rights.changes(who, 'core:user.manage', unit, program);
  const valid = ({ valid_from: from, valid_to: to }: Row): boolean =>
    from <= rights.date && (to === null || to > rights.date);
  const units: number[] = assignment['group_id']
    ? ground
        .rows('core.unit_group_member')
        .filter((member) => member['group_id'] === assignment['group_id'] && valid(member))
        .map((member) => member['unit_id'])
    : [assignment['unit_id']];
  const programs: (string | null)[] = assignment['organization_programs']
    ? [null]
    : (assignment['programs'] ?? [null]);
  const seat = ground
    .rows('core.organization_version')
    .find((version) => version['organization_id'] === assignment['organization_id'] && valid(version));
  const seatMine =
    assignment['organization_id'] === null || (seat !== undefined && over(seat['unit_id'], null));
  return (
    units.length > 0 && units.every((unit) => programs.every((program) => over(unit, program))) && seatMine
  );
}

const readsDocument = (who: Who, { confidentiality, unit_id: unit }: Row, { rights }: Ground): boolean =>
  confidentiality === 'PUBLIC' ||
  (confidentiality === 'INTERNAL' && rights.sees(who, 'core:document.read', unit, null)) ||
  rights.sees(who, 'core:document.manage', unit, null);

const sourceOfLink = (link: Row): [table: string, id: number, permission: string] | null =>
  link['from_document_id']
    ? ['core.document', link['from_document_id'], 'core:document.manage']
    : link['activity_id']
      ? ['core.activity', link['activity_id'], 'core:activity.manage']
      : link['plan_id']
        ? ['core.plan', link['plan_id'], 'core:plan.manage']
        : null;

const reads =
  (permission: string) =>
  (who: Who, row: Row, { rights }: Ground) =>
    rights.sees(who, permission, row['unit_id'], row['program']) ||
    who.organizations.has(row['organization_id']);

const homeOf = (row: Row): Row => ({ ...row, unit_id: row['home_unit_id'], program: row['program_code'] });

/** A lock of the whole country is the root’s. */
const lockedBy = (who: Who, row: Row, ground: Ground): boolean =>
  ground.rights.changes(who, 'core:period.lock', row['unit_id'] ?? 1, row['program']);

const manageIndicator = (who: Who, row: Row, { rights }: Ground): boolean =>
  rights.holds(who, 'core:indicator.manage', row['program']);

/** Drafts are their managers’; what was signed is also its parties’, wherever it is kept. */
const readsAgreement = (who: Who, agreement: Row, ground: Ground): boolean =>
  ofUnit('core:agreement.manage', code)(who, agreement, ground) ||
  (isSigned(agreement) &&
    (ofUnit('core:agreement.read', code)(who, agreement, ground) ||
      (ground.rights.holds(who, 'core:agreement.read') &&
        (agreement['party_ids'] as number[]).some((organization) => who.organizations.has(organization)))));
const isSigned = ({ state }: Row): boolean => !['DRAFT', 'CANCELLED'].includes(state);
const withAgreement = (who: Who, row: Row, ground: Ground): boolean =>
  ground.sees('core.agreement', who, row['agreement_id']);
/** The agreement of a row is in such a state, and the caller’s to manage. */
const managesAgreement =
  (fits: (agreement: Row) => boolean) =>
  (who: Who, row: Row, ground: Ground): boolean => {
    if (row['agreement_id'] === null) return false;
    const agreement = ground.row('core.agreement', row['agreement_id']);
    return fits(agreement) && changeOf('core:agreement.manage', code)(who, agreement, ground);
  };
const isDraft = ({ state }: Row): boolean => state === 'DRAFT';
/** What an agreement adds to who takes part in a program is never more than it says. */
const participation =
  (fits: (agreement: Row) => boolean) =>
  (who: Who, row: Row, ground: Ground): boolean =>
    managesAgreement(
      (agreement) =>
        fits(agreement) &&
        agreement['program_id'] === row['program_id'] &&
        agreement['party_ids'].includes(row['organization_id']) &&
        row['valid_from'] >= agreement['valid_from'] &&
        (agreement['valid_to'] === null ||
          (row['valid_to'] !== null && row['valid_to'] <= agreement['valid_to'])),
    )(who, row, ground);

/**
 * What is left to be handed in for a unit that has ended: the report of the period in which it did, and what it owed before
 * and was not accepted, or has just been by the person who asks.
 */
const isLast = (unit: number, period: number, who: Who, ground: Ground): boolean => {
  const last = ground.rights.lastDay(unit);
  const { starts_on: from, ends_on: to } = ground.row('core.period', period);
  return (
    (last !== null && from <= last && last <= to) ||
    ground
      .rows('core.obligation')
      .some(
        (owed) =>
          owed['unit_id'] === unit &&
          owed['period_id'] === period &&
          (!owed['accepted'] ||
            (owed['report_id'] !== null &&
              who.userId !== null &&
              ground.row('core.report', owed['report_id'])['accepted_by'] === who.userId)),
      )
  );
};
/** A report of a unit is changed by who holds the permission there, or, once it has ended, over all it became. */
const reportOf =
  (permission: string) =>
  (who: Who, row: Row, ground: Ground): boolean =>
    changeOf(permission)(who, row, ground) ||
    (ground.rights.takesOver(who, permission, row['unit_id'], row['program']) &&
      isLast(row['unit_id'], row['period_id'], who, ground));
const figureOf =
  (permission: string) =>
  (who: Who, row: Row, ground: Ground): boolean =>
    changeOf(permission)(who, row, ground) ||
    (row['report_id'] !== null && reportOf(permission)(who, row, ground));
const mayWaive = (who: Who, row: Row, ground: Ground): boolean =>
  reportOf('core:obligation.waive')(who, row, ground) && !reportOf('core:report.submit')(who, row, ground);

const reportRead = (who: Who, report: number, ground: Ground): boolean =>
  reads('core:report.read')(who, ground.row('core.report', report), ground);
const reportChanged = (permissions: readonly string[], who: Who, report: number, ground: Ground): boolean =>
  permissions.some((permission) => reportOf(permission)(who, ground.row('core.report', report), ground));
const summarizes = (report: Row, ground: Ground): boolean =>
  ground.row('core.report_template', report['template_id'])['summarizes_id'] !== null;
const reportOfStep = (row: Row, ground: Ground): number =>
  ground.row('core.review_step', row['step_id'])['report_id'] as number;

export const tablePromises: readonly TablePromise[] = [
  {
    table: 'platform.audit_event',
    select: (who, _, { rights }) => rights.holds(who, 'core:audit.read'),
    insert: (who, row) => row['actor_id'] === who.userId,
    kind: ['actor_id'],
  },
  {
    table: 'platform.idempotency_key',
    key: `actor_id || ' ' || key`,
    select: (who, row) => row['actor_id'] === who.userId,
    insert: (who, row) => row['actor_id'] === who.userId,
    update: (who, row) => row['actor_id'] === who.userId,
    touch: 'result = null',
    move: 'actor_id = 0',
    kind: ['actor_id'],
  },
  {
    table: 'core.organization',
    insert: (who, _, { rights }) => rights.holds(who, 'core:organization.manage'),
    kind: [],
  },
  {
    table: 'core.organization_version',
    insert: changeOf('core:organization.manage', none),
    kind: ['unit_id'],
  },
  {
    table: 'core.organization_relation',
    insert: (who, row, ground) =>
      ground
        .rows('core.organization_version')
        .some(
          (version) =>
            version['organization_id'] === row['from_id'] &&
            ground.rights.changes(who, 'core:organization.manage', version['unit_id'], null),
        ),
    kind: ['from_id'],
  },
  {
    table: 'core.unit_group',
    insert: changeOf('core:organization.manage', none),
    update: changeOf('core:organization.manage', none),
    touch: 'version = 9',
    kind: ['unit_id'],
  },
  {
    table: 'core.unit_group_member',
    insert: (who, row, ground) =>
      changeOf('core:organization.manage', none)(who, row, ground) &&
      changeOf('core:organization.manage', none)(who, ground.row('core.unit_group', row['group_id']), ground),
    update: (who, row, ground) =>
      changeOf('core:organization.manage', none)(who, ground.row('core.unit_group', row['group_id']), ground),
    touch: `valid_to = '2030-01-01'`,
    kind: ['unit_id', 'group_id'],
  },
  {
    table: 'core.person',
    select: seesPerson,
    insert: changeOf('core:user.manage', none),
    kind: ['unit_id'],
  },
  {
    table: 'core.user_account',
    select: (who, row, ground) => seesPerson(who, ground.row('core.person', row['person_id']), ground),
    insert: managesPersonOf,
    update: (who, row, ground) => row['id'] === who.userId || managesPersonOf(who, row, ground),
    touch: 'version = 9',
    kind: ['person_id'],
  },
  {
    table: 'core.assignment',
    select: (who, row, ground) => ground.sees('core.user_account', who, row['user_id']),
    insert: mayAppoint,
    update: mayAppoint,
    touch: 'version = 9',
    kind: ['user_id', 'role_id', 'unit_id', 'group_id', 'programs', 'organization_id'],
  },
  {
    table: 'core.document',
    select: readsDocument,
    insert: changeOf('core:document.manage', none),
    kind: ['unit_id', 'confidentiality'],
  },
  {
    // A link tells that its source exists: it is seen by who sees both ends.
    table: 'core.document_link',
    select: (who, row, ground) => {
      const source = sourceOfLink(row);
      return (
        ground.sees('core.document', who, row['document_id']) &&
        (!source || ground.sees(source[0], who, source[1]))
      );
    },
    insert: (who, row, ground) => {
      const source = sourceOfLink(row);
      if (!source) return false;
      const [table, id, permission] = source;
      const from = ground.row(table, id);
      return (
        ground.sees(table, who, id) &&
        ground.rights.changes(who, permission, from['unit_id'], from['program_code'] ?? null)
      );
    },
    kind: ['document_id', 'from_document_id', 'activity_id', 'plan_id', 'program_id'],
  },
  {
    table: 'core.activity',
    select: (who, row, ground) =>
      row['code'] !== null || ofUnit('core:activity.read', code)(who, row, ground),
    insert: changeOf('core:activity.manage', code),
    update: changeOf('core:activity.manage', code),
    touch: 'version = 9',
    kind: ['unit_id', 'program_code'],
  },
  {
    table: 'core.plan',
    select: (who, row, ground) =>
      ofUnit('core:plan.read', code)(who, row, ground) &&
      (row['state'] !== 'DRAFT' || ofUnit('core:plan.manage', code)(who, row, ground)),
    insert: changeOf('core:plan.manage', code),
    update: changeOf('core:plan.manage', code),
    touch: 'version = 9',
    kind: ['unit_id', 'program_code', 'state'],
  },
  {
    table: 'core.period_lock',
    insert: lockedBy,
    update: lockedBy,
    touch: `unlocked_at = now(), unlock_reason = 'x'`,
    kind: ['unit_id', 'program'],
  },
  {
    table: 'core.indicator',
    insert: manageIndicator,
    update: manageIndicator,
    touch: 'version = 9',
    kind: ['program'],
  },
  {
    table: 'core.indicator_feeder',
    insert: (who, row, ground) =>
      manageIndicator(who, ground.row('core.indicator', row['indicator_id']), ground),
    update: (who, row, ground) =>
      manageIndicator(who, ground.row('core.indicator', row['indicator_id']), ground),
    touch: `valid_to = '2300-01-01'`,
    kind: ['indicator_id'],
  },
  {
    table: 'core.data_value',
    // What a plugin has counted where small counts are withheld is given out by aggregates alone.
    select: (who, row, ground) =>
      reads('core:value.read')(who, row, ground) &&
      (row['origin'] === null ||
        ground.row('core.indicator', row['indicator_id'])['small_cell_threshold'] === null),
    insert: (who, row, ground) =>
      figureOf(row['state'] === 'ACCEPTED' ? 'core:value.accept' : 'core:value.record')(who, row, ground),
    update: (who, row, ground) =>
      figureOf('core:value.record')(who, row, ground) || figureOf('core:value.accept')(who, row, ground),
    touch: 'superseded_at = now()',
    kind: ['unit_id', 'program', 'organization_id', 'state'],
  },
  {
    table: 'core.kept_total',
    // Totals are no rows of somebody’s: whoever reads figures or targets gets them, but none that may be withheld.
    select: (who, row, ground) =>
      ['core:value.read', 'core:target.read'].some((permission) => ground.rights.holds(who, permission)) &&
      ground.row('core.indicator', row['indicator_id'])['small_cell_threshold'] === null,
    kind: ['indicator_id'],
  },
  {
    table: 'core.report',
    select: reads('core:report.read'),
    // Who puts reports together begins none that figures are entered into.
    insert: (who, row, ground) =>
      reportOf('core:value.record')(who, row, ground) ||
      (summarizes(row, ground) && reportOf('core:report.summarize')(who, row, ground)),
    update: (who, row, ground) =>
      [
        'core:value.record',
        'core:report.submit',
        'core:report.summarize',
        'core:report.verify',
        'core:report.accept',
      ].some((permission) => reportOf(permission)(who, row, ground)),
    touch: 'version = 9',
    kind: ['template_id', 'unit_id', 'program', 'organization_id'],
  },
  {
    table: 'core.report_version',
    // What was signed holds all figures, so seeing the report for one's organization is not enough.
    select: (who, row, ground) =>
      reportRead(who, row['report_id'], ground) &&
      ofUnit('core:value.read')(who, ground.row('core.report', row['report_id']), ground),
    insert: (who, row, ground) =>
      reportRead(who, row['report_id'], ground) &&
      reportChanged(['core:report.submit', 'core:report.summarize'], who, row['report_id'], ground),
    kind: ['report_id'],
  },
  {
    // Said with the figures, by who enters them; read with the report.
    table: 'core.report_narrative',
    select: (who, row, ground) => reportRead(who, row['report_id'], ground),
    insert: (who, row, ground) =>
      reportRead(who, row['report_id'], ground) &&
      reportChanged(['core:value.record', 'core:report.summarize'], who, row['report_id'], ground),
    update: (who, row, ground) =>
      reportRead(who, row['report_id'], ground) &&
      reportChanged(['core:value.record', 'core:report.summarize'], who, row['report_id'], ground),
    touch: `content = 'y'`,
    kind: ['report_id'],
  },
  {
    table: 'core.report_inclusion',
    select: (who, row, ground) =>
      ground.sees('core.report_version', who, row['version_id']) &&
      ground.sees('core.report_version', who, row['included_id']),
    insert: (who, row, ground) =>
      ground.sees('core.report_version', who, row['version_id']) &&
      ground.sees('core.report_version', who, row['included_id']) &&
      reportChanged(
        ['core:report.submit', 'core:report.summarize'],
        who,
        ground.row('core.report_version', row['version_id'])['report_id'],
        ground,
      ),
    kind: ['version_id', 'included_id'],
  },
  {
    table: 'core.report_dispatch',
    select: (who, row, ground) => reportRead(who, row['report_id'], ground),
    insert: (who, row, ground) =>
      reportRead(who, row['report_id'], ground) &&
      reportChanged(['core:report.submit', 'core:report.summarize'], who, row['report_id'], ground),
    kind: ['report_id'],
  },
  {
    table: 'core.review_step',
    select: (who, row, ground) => reportRead(who, row['report_id'], ground),
    insert: (who, row, ground) =>
      reportRead(who, row['report_id'], ground) &&
      reportChanged(
        ['core:report.submit', 'core:report.summarize', 'core:report.verify', 'core:report.accept'],
        who,
        row['report_id'],
        ground,
      ),
    kind: ['report_id'],
  },
  {
    table: 'core.review_remark',
    select: (who, row, ground) => reportRead(who, reportOfStep(row, ground), ground),
    insert: (who, row, ground) =>
      reportRead(who, reportOfStep(row, ground), ground) &&
      reportChanged(['core:report.verify', 'core:report.accept'], who, reportOfStep(row, ground), ground),
    kind: ['step_id'],
  },
  {
    // Excused by the level above: never by who hands in the unit’s reports.
    table: 'core.obligation',
    select: ofUnit('core:report.read'),
    update: mayWaive,
    touch: 'version = 9',
    kind: ['unit_id', 'program'],
  },
  {
    table: 'core.obligation_waiver',
    select: (who, row, ground) => ground.sees('core.obligation', who, row['obligation_id']),
    update: (who, row, ground) => {
      const owed = ground.row('core.obligation', row['obligation_id']);
      return ground.sees('core.obligation', who, row['obligation_id']) && mayWaive(who, owed, ground);
    },
    touch: 'withdrawn_by = withdrawn_by',
    kind: ['obligation_id'],
  },
  {
    table: 'core.entry_extension',
    select: (who, row, ground) => ground.sees('core.obligation', who, row['obligation_id']),
    insert: (who, row, ground) => {
      const owed = ground.row('core.obligation', row['obligation_id']);
      return ground.sees('core.obligation', who, row['obligation_id']) && mayWaive(who, owed, ground);
    },
    kind: ['obligation_id'],
  },
  {
    table: 'core.target',
    select: (who, row, ground) => reads('core:target.read')(who, homeOf(row), ground),
    insert: (who, row, ground) => changeOf('core:target.manage')(who, homeOf(row), ground),
    update: (who, row, ground) => changeOf('core:target.manage')(who, homeOf(row), ground),
    touch: 'version = 9',
    kind: ['home_unit_id', 'program_code', 'organization_id'],
  },
  {
    table: 'core.agreement',
    select: readsAgreement,
    insert: (who, row, ground) => isDraft(row) && changeOf('core:agreement.manage', code)(who, row, ground),
    update: changeOf('core:agreement.manage', code),
    touch: 'version = 9',
    kind: ['unit_id', 'program_code', 'state', 'party_ids'],
  },
  {
    table: 'core.plan_item',
    select: (who, row, ground) => ground.sees('core.plan', who, row['plan_id']),
    insert: managesPlan,
    update: managesPlan,
    touch: 'removed_version = removed_version',
    kind: ['plan_id'],
  },
  {
    table: 'core.plan_version',
    select: (who, row, ground) => ground.sees('core.plan', who, row['plan_id']),
    insert: managesPlan,
    kind: ['plan_id'],
  },
  {
    table: 'core.target_version',
    select: (who, row, ground) => ground.sees('core.target', who, row['target_id']),
    insert: (who, row, ground) => {
      const target = ground.row('core.target', row['target_id']);
      return (
        ground.sees('core.target', who, row['target_id']) &&
        changeOf('core:target.manage')(who, homeOf(target), ground)
      );
    },
    kind: ['target_id'],
  },
  ...['core.agreement_party', 'core.agreement_duty'].map(
    (table): TablePromise => ({
      table,
      select: withAgreement,
      insert: managesAgreement(isDraft),
      update: managesAgreement(isDraft),
      touch: 'dropped = dropped',
      kind: ['agreement_id'],
    }),
  ),
  {
    table: 'core.agreement_obligation',
    select: withAgreement,
    insert: managesAgreement(isSigned),
    update: (who, row, ground) =>
      managesAgreement(isSigned)(who, row, ground) || who.organizations.has(row['organization_id']),
    touch: 'version = 9',
    kind: ['agreement_id'],
  },
  {
    table: 'core.agreement_review',
    select: withAgreement,
    insert: managesAgreement(isSigned),
    kind: ['agreement_id'],
  },
  {
    table: 'core.program_participant',
    insert: participation(({ state }) => state === 'SIGNED' || state === 'CONCLUDED'),
    update: participation(isSigned),
    touch: 'valid_to = valid_to',
    kind: ['agreement_id', 'organization_id'],
  },
  ...attachmentPromises,
  ...programPromises.flatMap(({ promises }) => promises),
];

function managesPlan(who: Who, row: Row, ground: Ground): boolean {
  const plan = ground.row('core.plan', row['plan_id']);
  return (
    ground.sees('core.plan', who, row['plan_id']) && changeOf('core:plan.manage', code)(who, plan, ground)
  );
}

function managesPersonOf(who: Who, account: Row, ground: Ground): boolean {
  const person = ground.row('core.person', account['person_id']);
  return (
    seesPerson(who, person, ground) && ground.rights.changes(who, 'core:user.manage', person['unit_id'], null)
  );
}
