/** For tests: core with its demonstration and two programs of a plugin, and an agreement to begin with. */
import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import { encodeGlobalId } from '@phoihop/platform/engine';
import { worksPlugin } from '../values/test-bed.js';

export interface AgreementsBed extends ProgramBed {
  /** Global id of an organization by its key, of a program or document by its code. */
  readonly organization: (key: string) => Promise<string>;
  readonly program: (code: string) => Promise<string>;
  readonly document: (code: string) => Promise<string>;
  /** Drafts one as the district's standing committee: the Front leads, with the farmers' union. */
  readonly draft: (change?: Record<string, unknown>) => Promise<Known>;
  /** Signs it on the business date. */
  readonly sign: (draft: Known, change?: Record<string, unknown>) => Promise<Known>;
  /** What is owed under an agreement as somebody sees it, by day and organization. */
  readonly owedUnder: (agreement: { readonly id: string }, who?: string) => Promise<Owed[]>;
}

export interface Known {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

export const known = 'id version state';

export interface Owed extends Known {
  readonly organization: { readonly key: string };
  readonly dueOn: string;
  readonly status: string;
}

/** What is owed in one line each: who owes it, by when, and where it stands. */
export const summary = (owed: readonly Owed[]): string[] =>
  owed.map(({ organization, dueOn, status }) => `${organization.key} ${dueOn} ${status}`);

export async function startAgreementsBed(): Promise<AgreementsBed> {
  const bed = await startProgramBed([worksPlugin()]);
  const idOf = (type: string, table: string, column: string) => async (value: string) => {
    const [row] = await bed.sql<{ id: number }>(`select id::int from core.${table} where ${column} = $1`, [
      value,
    ]);
    return encodeGlobalId(type, row!.id);
  };
  const organization = idOf('Organization', 'organization', 'key');
  const program = idOf('Program', 'program', 'code');
  const district = await bed.unit('737');
  const draft: AgreementsBed['draft'] = async (change = {}) =>
    bed.change(
      'draftAgreement',
      {
        unit: district,
        program: await program('PRG-90'),
        title: 'Phối hợp thử',
        validFrom: '2021-10-01',
        validTo: '2022-10-01',
        parties: [
          { organization: await organization('front-district'), role: 'LEAD' },
          { organization: await organization('farmers-union') },
        ],
        duties: [
          { owedBy: 'EACH_PARTY', action: 'Báo cáo quý.', recurrence: 'QUARTER', dueAfter: 10 },
          { kind: 'INTERIM_REVIEW', owedBy: 'FRONT', action: 'Sơ kết.', recurrence: 'YEAR', dueAfter: 5 },
          {
            kind: 'FINAL_REVIEW',
            owedBy: 'FRONT',
            action: 'Tổng kết.',
            recurrence: 'ONCE',
            onceOn: '2022-09-15',
          },
        ],
        ...change,
      },
      'standing',
      known,
    );
  const owedUnder: AgreementsBed['owedUnder'] = async ({ id }, who = 'standing') => {
    const { data, errors } = await bed.ask(
      `query ($id: ID!) { agreement(id: $id) { obligations(first: 100) { nodes {
       id version status dueOn daysLate lapsedOn organization { key } period { key } duty { kind action } } } } }`,
      who,
      { id },
    );
    expect(errors).toBeUndefined();
    const nodes: Owed[] = data.agreement?.obligations.nodes ?? [];
    const place = (its: Owed): string => `${its.dueOn} ${its.organization.key}`;
    return nodes.toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
  };
  return Object.assign(bed, {
    organization,
    program,
    document: idOf('Document', 'document', 'code'),
    draft,
    owedUnder,
    sign: async ({ id, version }: Known, change: Record<string, unknown> = {}) =>
      bed.change(
        'signAgreement',
        { agreement: id, expectedVersion: version, number: '01/CTPH', signedOn: '2021-10-01', ...change },
        'standing',
        known,
      ),
  });
}
