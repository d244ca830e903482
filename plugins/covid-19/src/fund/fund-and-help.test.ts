import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import covid from '../plugin.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([covid]);
}, 300_000);
afterAll(() => bed?.close());

const clerk = 'clerk.bau-ham';
const chair = 'chair.bau-ham';

describe('a fund', () => {
  let fund: string;
  const entry = (more: object = {}) => ({
    fund,
    direction: 'RECEIVED',
    amount: '1000000.50',
    day: '2021-10-10',
    counterpart: 'Hội Chữ thập đỏ',
    purpose: 'ủng hộ phòng, chống dịch',
    ...more,
  });
  const balance = async () =>
    (
      await bed.ask(`{ covid19Funds(first: 200) { nodes { id balance } } }`, clerk)
    ).data.covid19Funds.nodes.find(({ id }: any) => id === fund).balance;

  test('holds what its entries come to, and gives nothing that it does not hold', async () => {
    const made = await bed.change(
      'covid19OpenFund',
      { unit: await bed.unit('26257'), name: 'Quỹ xã', measure: 'VND', openedOn: '2021-10-01' },
      clerk,
      'id balance',
    );
    expect(Number(made.balance)).toBe(0);
    fund = made.id;
    await bed.change('covid19RecordFundEntry', entry(), clerk, 'id');
    expect(
      await bed.refused('covid19RecordFundEntry', entry({ direction: 'GIVEN', amount: '1000000.51' }), clerk),
    ).toMatchObject({
      code: 'COVID_FUND_OVERDRAWN',
      allowed: '1000000.50',
    });
    await bed.change(
      'covid19RecordFundEntry',
      entry({ direction: 'GIVEN', amount: '0.5', counterpart: 'Khu phong tỏa ấp 1' }),
      clerk,
      'id',
    );
    expect(Number(await balance())).toBe(1_000_000);
  });

  test.each([
    ['amount', '0'],
    ['amount', '-1'],
    ['amount', '1.001'],
    ['day', '2021-09-30'],
    ['day', '2021-10-16'],
    ['counterpart', ' '],
    ['purpose', 'x'],
  ])('%s %s is refused', async (field, value) => {
    expect((await bed.refused('covid19RecordFundEntry', entry({ [field]: value }), clerk)).field).toBe(
      `input.${field}`,
    );
  });

  test('takes a wrong entry back once, by another person, and never changes one', async () => {
    const wrong = await bed.change('covid19RecordFundEntry', entry({ amount: '300' }), clerk, 'id');
    const reverse = { entry: wrong.id, reason: 'ghi nhầm quỹ' };
    expect((await bed.refused('covid19ReverseFundEntry', reverse, clerk)).code).toBe('FORBIDDEN');
    const back = await bed.change(
      'covid19ReverseFundEntry',
      reverse,
      chair,
      'id direction amount reason reverses { id }',
    );
    expect(back).toMatchObject({ direction: 'GIVEN', reason: 'ghi nhầm quỹ', reverses: { id: wrong.id } });
    expect(Number(await balance())).toBe(1_000_000);
    expect((await bed.refused('covid19ReverseFundEntry', reverse, chair)).code).toBe(
      'COVID_FUND_ENTRY_REVERSED',
    );
    expect((await bed.refused('covid19ReverseFundEntry', { ...reverse, entry: back.id }, chair)).code).toBe(
      'COVID_FUND_ENTRY_REVERSED',
    );
    await expect(bed.sql('update covid_19.fund_entry set amount = 1')).rejects.toThrow(
      'entries of a fund are never changed',
    );
    await expect(bed.sql('delete from covid_19.fund_entry')).rejects.toThrow(
      'entries of a fund are never changed',
    );
  });

  test('who entered does not take back, by whichever account', async () => {
    await bed.sql(
      `insert into core.user_account (username, person_id) select 'chair.second', person_id from core.user_account where username = $1`,
      [chair],
    );
    await bed.sql(
      `insert into core.assignment (user_id, role_id, unit_id, reach, valid_from)
       select account.id, role.id, held.unit_id, 'SUBTREE', '2021-01-01' from core.user_account account, core.role role,
         (select a.unit_id from core.assignment a join core.user_account u on u.id = a.user_id where u.username = $1) held
       where account.username = 'chair.second' and role.code = 'commune-clerk'`,
      [chair],
    );
    const own = await bed.change('covid19RecordFundEntry', entry({ amount: '5' }), 'chair.second', 'id');
    expect(
      (await bed.refused('covid19ReverseFundEntry', { entry: own.id, reason: 'ghi nhầm' }, chair)).code,
    ).toBe('SAME_PERSON');
  });
});

describe('help', () => {
  const outbreak = async () =>
    (await bed.ask('{ covid19Outbreaks(filter: { state: [ACTIVE] }) { nodes { id } } }', clerk)).data
      .covid19Outbreaks.nodes[0].id;
  const support = async (more: object = {}) => ({
    unit: await bed.unit('26257.01'),
    outbreak: await outbreak(),
    place: 'HOME',
    givenOn: '2021-10-01',
    households: 2,
    parcels: 9,
    what: 'Gạo, rau',
    ...more,
  });

  test('in quarantine is told by parcels; how many households only to those who record it', async () => {
    const made = await bed.change(
      'covid19RecordQuarantineSupport',
      await support(),
      'head.bau-ham',
      'id households parcels',
    );
    expect(made).toMatchObject({ households: 2, parcels: 9 });
    const ask = '{ covid19QuarantineSupports(first: 1) { nodes { parcels households } } }';
    const { data, errors } = await bed.ask(ask, 'standing');
    expect(data.covid19QuarantineSupports.nodes[0]).toEqual({ parcels: 9, households: null });
    expect(errors![0]!.extensions['code']).toBe('FORBIDDEN');
  });

  test('belongs to an outbreak on its day, and is withdrawn once, with a reason', async () => {
    expect(
      (await bed.refused('covid19RecordQuarantineSupport', await support({ givenOn: '2021-05-01' }), clerk))
        .code,
    ).toBe('COVID_OUTBREAK_DAY');
    expect(
      (
        await bed.refused(
          'covid19RecordQuarantineSupport',
          await support({ unit: await bed.unit('26248') }),
          clerk,
        )
      ).code,
    ).toBe('OUT_OF_SCOPE');
    const made = await bed.change('covid19RecordQuarantineSupport', await support(), clerk, 'id version');
    const withdraw = { support: made.id, expectedVersion: made.version, reason: 'nhập trùng' };
    expect(
      (await bed.refused('covid19WithdrawQuarantineSupport', { ...withdraw, reason: ' ' }, clerk)).code,
    ).toBe('REASON_REQUIRED');
    expect(
      await bed.change('covid19WithdrawQuarantineSupport', withdraw, clerk, 'withdrawn withdrawalReason'),
    ).toEqual({ withdrawn: true, withdrawalReason: 'nhập trùng' });
    expect(
      (await bed.refused('covid19WithdrawQuarantineSupport', { ...withdraw, expectedVersion: 2 }, clerk))
        .code,
    ).toBe('COVID_HELP_WITHDRAWN');
  });

  test('for vaccination counts no more who registered than who came', async () => {
    const meeting = {
      unit: await bed.unit('26257'),
      outbreak: await outbreak(),
      heldOn: '2021-10-02',
      topic: 'Vận động tiêm mũi 2',
      reached: 40,
      registered: 41,
    };
    expect((await bed.refused('covid19RecordVaccinationOutreach', meeting, clerk)).field).toBe(
      'input.registered',
    );
    const made = await bed.change(
      'covid19RecordVaccinationOutreach',
      { ...meeting, registered: 40 },
      clerk,
      'id version registered',
    );
    const withdraw = { session: made.id, expectedVersion: 7, reason: 'nhập trùng' };
    expect(await bed.refused('covid19WithdrawVaccinationOutreach', withdraw, clerk)).toMatchObject({
      code: 'CONFLICT',
      current: 1,
    });
  });
});
