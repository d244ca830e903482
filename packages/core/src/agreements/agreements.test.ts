/** The life of joint agreements (W-19): drafted, signed, ended or renewed. */
import { makeAgreementObligations } from './load.js';
import { startAgreementsBed, summary, type AgreementsBed } from './test-bed.js';

let bed: AgreementsBed;
beforeAll(async () => {
  bed = await startAgreementsBed();
}, 600_000);
afterAll(() => bed?.close());
afterEach(() => bed.setBusinessDate('2021-10-15'));

const count = async (table: string): Promise<number> => {
  const [row] = await bed.sql<{ n: number }>(`select count(*)::int as n from ${table}`);
  return row!.n;
};

const shown = 'id version state endedOn inForce';

describe('a draft', () => {
  test('is seen by who manages agreements there, and owes nothing', async () => {
    const draft = await bed.draft();
    expect(draft).toMatchObject({ state: 'DRAFT', version: 1 });
    expect(await bed.owedUnder(draft)).toEqual([]);
    for (const who of ['farmers', 'officer.insurance', 'auditor', 'chair.bau-ham']) {
      const { data } = await bed.ask(`query ($id: ID!) { agreement(id: $id) { id } }`, who, {
        id: draft.id,
      });
      expect([who, data.agreement]).toEqual([who, null]);
    }
  });

  test('changes where something is given; a list takes the place of the old one, which stays, marked', async () => {
    const draft = await bed.draft();
    const changed = await bed.change(
      'changeAgreementDraft',
      {
        agreement: draft.id,
        expectedVersion: 1,
        title: 'Tên khác',
        validTo: null,
        parties: [
          { organization: await bed.organization('womens-union'), role: 'LEAD' },
          { organization: await bed.organization('farmers-union') },
        ],
      },
      'standing.deputy',
      `version title validFrom validTo
       parties(filter: { dropped: false }) { nodes { role organization { key } } } all: parties { totalCount }
       duties(filter: { dropped: false }) { totalCount }`,
    );
    expect(changed).toEqual({
      version: 2,
      title: 'Tên khác',
      validFrom: '2021-10-01',
      validTo: null,
      parties: {
        nodes: [
          { role: 'LEAD', organization: { key: 'womens-union' } },
          { role: 'PARTY', organization: { key: 'farmers-union' } },
        ],
      },
      all: { totalCount: 4 },
      duties: { totalCount: 3 },
    });
  });

  test.each([
    ['a term that ends before it begins', { validTo: '2021-10-01' }, 'BAD_USER_INPUT', 'input.validTo'],
    [
      'an earlier agreement, and not what it does to it',
      { succession: 'AMENDS' },
      'BAD_USER_INPUT',
      'input.predecessor',
    ],
    [
      'a duty of one day outside the term',
      { duties: [{ owedBy: 'FRONT', action: 'x', recurrence: 'ONCE', onceOn: '2022-10-01' }] },
      'AGREEMENT_DUTY_OUTSIDE',
      'input.duties[0].onceOn',
    ],
    [
      'a duty of one day without the day',
      { duties: [{ owedBy: 'FRONT', action: 'x', recurrence: 'ONCE' }] },
      'BAD_USER_INPUT',
      'input.duties[0].onceOn',
    ],
    [
      'a duty of a party that it does not name',
      { duties: [{ owedBy: 'PARTY', action: 'x', recurrence: 'YEAR' }] },
      'BAD_USER_INPUT',
      'input.duties[0].organization',
    ],
    [
      'a deadline a year later',
      { duties: [{ owedBy: 'FRONT', action: 'x', recurrence: 'YEAR', dueAfter: 367 }] },
      'BAD_USER_INPUT',
      'input.duties[0].dueAfter',
    ],
    [
      'nothing to do',
      { duties: [{ owedBy: 'FRONT', action: ' ', recurrence: 'YEAR' }] },
      'TEXT_LENGTH',
      'input.duties[0].action',
    ],
  ])('is refused with %s, and nothing is written', async (_, change, code, field) => {
    const before = await count('core.agreement');
    const input = { unit: await bed.unit('737'), title: 'x', validFrom: '2021-10-01', validTo: '2022-10-01' };
    expect(await bed.refused('draftAgreement', { ...input, ...change }, 'standing')).toMatchObject({
      code,
      field,
    });
    expect(await count('core.agreement')).toBe(before);
  });

  test('is refused with a party named twice, two that lead, or a duty of a stranger', async () => {
    const [front, farmers, police] = await Promise.all(
      ['front-district', 'farmers-union', 'police-district'].map(bed.organization),
    );
    const input = { unit: await bed.unit('737'), title: 'x', validFrom: '2021-10-01' };
    const refused = (more: object) => bed.refused('draftAgreement', { ...input, ...more }, 'standing');
    expect(await refused({ parties: [{ organization: front }, { organization: front }] })).toMatchObject({
      code: 'ALREADY_EXISTS',
      field: 'input.parties[1].organization',
    });
    expect(
      await refused({
        parties: [
          { organization: front, role: 'LEAD' },
          { organization: farmers, role: 'LEAD' },
        ],
      }),
    ).toMatchObject({ code: 'AGREEMENT_LEAD_TWICE', field: 'input.parties[1].role' });
    expect(
      await refused({
        parties: [{ organization: front }, { organization: farmers }],
        duties: [{ owedBy: 'PARTY', organization: police, action: 'x', recurrence: 'YEAR' }],
      }),
    ).toMatchObject({ code: 'AGREEMENT_DUTY_NOT_PARTY', given: 1 });
  });
});

describe('signing', () => {
  test('wants parties, one that leads, a number or a citation, and a day that has come', async () => {
    const empty = await bed.draft({ parties: [], duties: [] });
    const step = { agreement: empty.id, expectedVersion: 1 };
    expect(await bed.refused('signAgreement', step, 'standing')).toMatchObject({
      code: 'AGREEMENT_INCOMPLETE',
      missing: 'parties, parties.role: LEAD, number | citedAs, signedOn',
    });
    const draft = await bed.draft();
    expect(
      await bed.refused(
        'signAgreement',
        { agreement: draft.id, expectedVersion: 1, citedAs: 'Quy chế thử', signedOn: '2021-10-16' },
        'standing',
      ),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.signedOn', allowed: '≤ 2021-10-15' });
    expect(await bed.sign(draft, { number: null, citedAs: 'Quy chế thử' })).toMatchObject({
      state: 'SIGNED',
      version: 2,
    });
  });

  test('makes what is owed: by period and organization, on working days, up to the end of the term', async () => {
    const signed = await bed.sign(await bed.draft());
    // Quarters that end in the term: Q4 2021 to Q3 2022; its last day is 30 September. 10 April and 10 July 2022 are
    // Sundays, 11 April a holiday, 15 September a Thursday.
    expect(summary(await bed.owedUnder(signed))).toEqual([
      'front-district 2022-01-05 NOT_YET_DUE',
      'farmers-union 2022-01-10 NOT_YET_DUE',
      'front-district 2022-01-10 NOT_YET_DUE',
      'farmers-union 2022-04-12 NOT_YET_DUE',
      'front-district 2022-04-12 NOT_YET_DUE',
      'farmers-union 2022-07-11 NOT_YET_DUE',
      'front-district 2022-07-11 NOT_YET_DUE',
      'front-district 2022-09-15 NOT_YET_DUE',
      'farmers-union 2022-10-10 NOT_YET_DUE',
      'front-district 2022-10-10 NOT_YET_DUE',
    ]);
    bed.setBusinessDate('2022-01-06');
    expect(summary((await bed.owedUnder(signed)).slice(0, 3))).toEqual([
      'front-district 2022-01-05 OVERDUE',
      'farmers-union 2022-01-10 DUE',
      'front-district 2022-01-10 DUE',
    ]);
  });

  test('making it again changes nothing; a holiday that becomes known moves what is not due', async () => {
    await bed.sign(await bed.draft());
    const make = (today = '2021-10-15') =>
      bed.engine.database.asSystem('make what is owed', (session) =>
        makeAgreementObligations(session, today),
      );
    const before = await count('core.agreement_obligation');
    expect(await make()).toEqual({ added: 0, moved: 0 });
    await bed.sql(
      `insert into core.holiday (date, kind, title_vi, title_en, basis, to_check) values ('2022-01-10', 'HOLIDAY', 'x', 'x', 'x', true)`,
    );
    expect((await make()).moved).toBeGreaterThan(0);
    expect(await count('core.agreement_obligation')).toBe(before);
    // What is due stays as it was.
    await bed.sql(`delete from core.holiday where date = '2022-01-10'`);
    expect((await make('2022-02-01')).moved).toBe(0);
    expect((await make()).moved).toBeGreaterThan(0);
  });

  test('of an old agreement asks for nothing of periods that had ended before', async () => {
    const signed = await bed.sign(await bed.draft({ validFrom: '2017-12-05' }), { signedOn: '2017-12-05' });
    expect((await bed.owedUnder(signed))[0]).toMatchObject({ dueOn: '2022-01-05' });
  });

  test('is for good: neither API nor database changes what was signed', async () => {
    const signed = await bed.sign(await bed.draft());
    expect(
      await bed.refused(
        'changeAgreementDraft',
        { agreement: signed.id, expectedVersion: 2, title: 'Khác' },
        'standing',
      ),
    ).toMatchObject({ code: 'AGREEMENT_STATE', given: 'SIGNED' });
    const last = '(select max(id) from core.agreement)';
    for (const change of [
      `update core.agreement set title = 'Khác' where id = ${last}`,
      `update core.agreement set valid_to = '2030-01-01' where id = ${last}`,
      `update core.agreement set party_ids = '{}' where id = ${last}`,
      `update core.agreement_party set dropped = true where agreement_id = ${last}`,
      `update core.agreement_duty set action = 'Khác' where agreement_id = ${last}`,
      `insert into core.agreement_party (agreement_id, organization_id, role) select ${last}, id, 'PARTY' from core.organization where key = 'red-cross'`,
    ])
      await expect(bed.sql(change)).rejects.toThrow(/signed/);
  });

  test('two who change a draft: the second is told', async () => {
    const draft = await bed.draft();
    await bed.sign(draft);
    expect(
      await bed.refused(
        'endAgreement',
        { agreement: draft.id, expectedVersion: 1, reason: 'thử' },
        'standing.deputy',
      ),
    ).toMatchObject({ code: 'CONFLICT', current: 2 });
  });
});

describe('the end', () => {
  test('cuts what is not due yet and nothing else', async () => {
    const signed = await bed.sign(await bed.draft());
    bed.setBusinessDate('2022-02-01');
    const [review, , report] = await bed.owedUnder(signed);
    await bed.change(
      'fulfillAgreementObligation',
      { obligation: report!.id, expectedVersion: 1, doneOn: '2022-01-12', note: 'Đã gửi.' },
      'standing',
      'status',
    );
    expect(review!.status).toBe('OVERDUE');
    const ended = await bed.change(
      'endAgreement',
      { agreement: signed.id, expectedVersion: 2, endedOn: '2022-01-20', reason: 'Thử' },
      'standing',
      shown,
    );
    expect(ended).toMatchObject({ state: 'ENDED', endedOn: '2022-01-20', inForce: false, version: 3 });
    expect(summary(await bed.owedUnder(signed))).toEqual([
      'front-district 2022-01-05 OVERDUE',
      'farmers-union 2022-01-10 OVERDUE',
      'front-district 2022-01-10 DONE_LATE',
      'farmers-union 2022-04-12 LAPSED',
      'front-district 2022-04-12 LAPSED',
      'farmers-union 2022-07-11 LAPSED',
      'front-district 2022-07-11 LAPSED',
      'front-district 2022-09-15 LAPSED',
      'farmers-union 2022-10-10 LAPSED',
      'front-district 2022-10-10 LAPSED',
    ]);
    expect(
      await bed.engine.database.asSystem('make again', (session) =>
        makeAgreementObligations(session, '2022-02-01'),
      ),
    ).toMatchObject({ added: 0 });
  });

  test.each(['2021-10-01', '2021-10-16'])('is no day like %s', async (endedOn) => {
    const signed = await bed.sign(await bed.draft());
    expect(
      await bed.refused(
        'endAgreement',
        { agreement: signed.id, expectedVersion: 2, endedOn, reason: 'Thử' },
        'standing',
      ),
    ).toMatchObject({ code: 'BAD_USER_INPUT', allowed: '> 2021-10-01, ≤ 2021-10-15' });
  });

  test('a renewal follows the final review, by an agreement that says so', async () => {
    const signed = await bed.sign(await bed.draft());
    bed.setBusinessDate('2022-09-20');
    const concluded = await bed.change(
      'concludeAgreement',
      { agreement: signed.id, expectedVersion: 2, heldOn: '2022-09-14', conclusion: 'Đạt.' },
      'standing',
      'id version state reviews { nodes { kind heldOn conclusion } }',
    );
    expect(concluded).toMatchObject({
      state: 'CONCLUDED',
      reviews: { nodes: [{ kind: 'FINAL', heldOn: '2022-09-14', conclusion: 'Đạt.' }] },
    });
    expect((await bed.owedUnder(signed)).find(({ dueOn }) => dueOn === '2022-09-15')).toMatchObject({
      status: 'DONE',
    });
    const stranger = await bed.sign(await bed.draft({ validFrom: '2022-09-25', validTo: null, duties: [] }));
    const renewed = { agreement: signed.id, expectedVersion: 3 };
    expect(
      await bed.refused('renewAgreement', { ...renewed, renewedBy: stranger.id }, 'standing'),
    ).toMatchObject({ code: 'AGREEMENT_NOT_RENEWED_BY' });
    const draft = () =>
      bed.draft({
        predecessor: signed.id,
        succession: 'RENEWS',
        validFrom: '2022-09-25',
        validTo: null,
        duties: [],
      });
    const later = await draft();
    expect(
      await bed.refused('renewAgreement', { ...renewed, renewedBy: later.id }, 'standing'),
    ).toMatchObject({ code: 'AGREEMENT_NOT_RENEWED_BY' });
    await bed.sign(later, { number: '02/CTPH', signedOn: '2022-09-20' });
    const another = await draft();
    expect(
      await bed.refused(
        'signAgreement',
        { agreement: another.id, expectedVersion: 1, number: '03/CTPH', signedOn: '2022-09-20' },
        'standing',
      ),
    ).toMatchObject({ code: 'AGREEMENT_RENEWED_ALREADY' });
    expect(
      await bed.change(
        'renewAgreement',
        { ...renewed, renewedBy: later.id },
        'standing',
        `${shown} successors(filter: { state: [SIGNED] }) { nodes { number succession } }`,
      ),
    ).toMatchObject({
      state: 'RENEWED',
      endedOn: '2022-09-25',
      inForce: true,
      successors: { nodes: [{ number: '02/CTPH', succession: 'RENEWS' }] },
    });
    // The report of the last quarter was not due by then.
    expect(summary(await bed.owedUnder(signed)).slice(-2)).toEqual([
      'farmers-union 2022-10-10 LAPSED',
      'front-district 2022-10-10 LAPSED',
    ]);
  });
});
