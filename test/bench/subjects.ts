import { encodeGlobalId } from '@phoihop/platform/engine';
import type { Connection } from './database/connection.ts';

/** A row by all its names: each server is asked by the one that it goes by. */
export interface Named {
  readonly key: string;
  readonly rowId: string;
  /** As the product's clients know it. */
  readonly globalId: string;
}

/** What one request is about. */
export interface Subject {
  readonly district: Named;
  readonly unit: Named;
  readonly form: Named;
  readonly program: Named;
  /** A month, as in "2016-01". */
  readonly period: string;
  readonly items: readonly { readonly indicator: string; readonly value: string }[];
}

export interface Subjects {
  /** One for each commune of the district. */
  readonly byUnit: readonly Subject[];
  /** One for each form, and so for each program that has one. */
  readonly byForm: readonly Subject[];
  /** Places where there is no report yet: every form, commune and month before the filled ones. */
  readonly free: readonly Subject[];
}

interface Row {
  readonly key: string;
  readonly id: string;
}

/** Looks up in the filled database what can be asked about. */
export async function findSubjects({ query }: Connection): Promise<Subjects> {
  const named = async (type: string, sql: string): Promise<Named[]> =>
    (await query<Row>(sql)).map(({ key, id }) => ({
      key,
      rowId: id,
      globalId: encodeGlobalId(type, Number(id)),
    }));
  const [district] = await named(
    'AdministrativeUnit',
    `select id, code as key from bench.unit where code = '737'`,
  );
  const units = await named(
    'AdministrativeUnit',
    `select id, code as key from bench.unit where parent_id = ${district!.rowId} order by code`,
  );
  const forms = await named(
    'ReportTemplate',
    `select id, key from bench.form where key like 'bench-%' order by key`,
  );
  const programs = await named(
    'Program',
    `select program.id, program.code as key from bench.form join bench.program on program.code = form.program
     where form.key like 'bench-%' order by form.key`,
  );
  const months = await query<{ key: string }>(
    `select key from bench.period where calendar_key = 'MONTH' and ends_on < '2019-10-01' order by key`,
  );
  const subject = (unit: Named, form: number, period: string): Subject => ({
    district: district!,
    unit,
    form: forms[form]!,
    program: programs[form]!,
    period,
    items: Array.from({ length: 8 }, (_, line) => ({
      indicator: `${forms[form]!.key}.figure-${line + 1}`,
      value: String(10 + line),
    })),
  });
  const [month] = months;
  return {
    byUnit: units.map((unit) => subject(unit, 0, month!.key)),
    byForm: forms.map((_, form) => subject(units[0]!, form, month!.key)),
    free: months.flatMap(({ key }) =>
      units.flatMap((unit) => forms.map((_, form) => subject(unit, form, key))),
    ),
  };
}
