/** Agreements of both districts and of communes, drafts and signed ones, of no program, of insurance and of another. */
import { places } from './places.js';

/** The farmers’ union is a party of what the foreign district signed about child protection, and of nothing else here. */
export const agreementRows: readonly string[] = [
  /* sql */ `
  with ${places}
  insert into core.agreement (unit_id, program_id, program_code, number, title, signed_on, valid_from, valid_to, party_ids)
  select place.unit_id, program.id, program.code, number, number || ' of ' || name, '2021-02-01', '2021-02-01', '2023-01-01',
      array[case when name like 'foreign%' and program.code = 'PRG-24' then farmers.id else others.id end]
    from place, unnest(array['draft', 'signed']) as number, core.organization farmers, core.organization others,
      (select null::bigint as id, null::text as code union all select id, code from core.program where code in ('PRG-27', 'PRG-24')) as program
   where name <> 'successor' and farmers.key = 'farmers-union' and others.key = 'front-foreign'`,
  /* sql */ `
  insert into core.agreement_party (agreement_id, organization_id, role)
  select id, party_ids[1], 'LEAD' from core.agreement where not demo`,
  /* sql */ `
  insert into core.agreement_duty (agreement_id, position, kind, owed_by, action, recurrence, due_after, in_working_days, notice_days)
  select id, 1, 'ACTION', 'EACH_PARTY', 'x', 'YEAR', 10, false, 5 from core.agreement where not demo`,
  /* sql */ `
  update core.agreement set state = 'SIGNED', recorded_on = '2021-02-01' where number = 'signed'`,
  /* sql */ `
  select core.make_agreement_obligations(null, '2021-10-15')`,
  /* sql */ `
  insert into core.agreement_review (agreement_id, kind, held_on, conclusion)
  select id, 'INTERIM', '2021-09-01', 'x' from core.agreement where number = 'signed'`,
  // Participations that an agreement would let pass, and one that goes beyond it.
  /* sql */ `
  insert into core.program_participant (program_id, program, organization_id, valid_from, valid_to, agreement_id)
  select program_id, program_code, party_ids[1], valid_from, valid_to, id from core.agreement
   where number = 'signed' and program_id is not null and party_ids[1] in (select id from core.organization where key = 'front-foreign')
  union all
  (select program_id, program_code, party_ids[1], '2020-01-01', '2020-06-01', id from core.agreement
    where number = 'signed' and program_code = 'PRG-27' order by id limit 1)`,
];
