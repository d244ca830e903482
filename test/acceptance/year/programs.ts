/** What the programs’ own people do in the year: tips, a poll, a title, an outbreak and its support. All invented. */
import type { Commune, Given, Stage } from './stage.js';

/** Somebody tells of a crime without an account. */
export async function tellOfCrime(stage: Stage, commune: Commune): Promise<void> {
  const { data, errors } = await stage.bed.graphql(
    `mutation ($unit: ID!) { crimePreventionSubmitTip(input: { unit: $unit, topic: "THEFT",
       content: "Có người lảng vảng quanh các nhà vắng chủ." }) { receipt } }`,
    { variables: { unit: commune.id } },
  );
  expect(errors).toBeUndefined();
  expect(data.crimePreventionSubmitTip.receipt).toBeTruthy();
}

/** The total of an indicator of a commune, as the district may see it. */
export async function totalOf(stage: Stage, indicator: string, unit: string, period: object): Promise<Given> {
  const { indicatorAggregate } = await stage.ask(
    `query ($indicator: String!, $unit: ID!, $period: PeriodReference!) {
       indicatorAggregate(indicator: $indicator, unit: $unit, period: $period) { value suppressed } }`,
    'standing',
    { indicator, unit, period },
  );
  return indicatorAggregate as Given;
}

/** The head of the first area looks after the others too, as long as they have none of their own. */
async function headOfAll(stage: Stage, commune: Commune, units: readonly string[]): Promise<string> {
  const username = commune.chair.replace('chair.', 'head.');
  const { users } = await stage.ask('{ users(first: 200) { nodes { id username } } }', 'admin');
  const user = users.nodes.find((one: Given) => one['username'] === username).id;
  for (const unit of units.slice(1)) {
    const held = { user, role: 'residential-head', unit, reach: 'EXACT', validFrom: stage.today };
    await stage.does('admin', 'createAssignment', held, 'id');
  }
  return username;
}

/** Three areas of 100 households each are asked; the poll’s outcome when it is closed. */
export async function pollPeople(
  stage: Stage,
  commune: Commune,
  asked: number,
  content: number,
): Promise<Given> {
  const areas = await stage.bed.sql<{ id: number }>(
    `select id::int from core.administrative_unit where reference_key like $1 order by reference_key`,
    [`demo-${commune.code}.%`],
  );
  const units = areas.map(({ id }) => Buffer.from(`AdministrativeUnit:${id}`).toString('base64'));
  const { newRuralAreasPollQuestions } = await stage.ask(
    `query ($on: Date!) { newRuralAreasPollQuestions(filter: { validOn: $on }) { nodes { code } } }`,
    commune.chair,
    { on: stage.today },
  );
  const tallies = newRuralAreasPollQuestions.nodes.map(({ code }: { code: string }) => ({
    question: code,
    yes: content,
    no: asked - content,
    other: 0,
  }));
  const head = await headOfAll(stage, commune, units);
  const poll = await stage.does(
    commune.chair,
    'newRuralAreasOpenPoll',
    {
      unit: commune.id,
      level: 'NEW_RURAL',
      households: 300,
      areas: units.map((unit) => ({ unit, households: 100 })),
    },
    'id version areas { nodes { id version } }',
  );
  for (const area of poll['areas'].nodes as Given[]) {
    const counted = { pollArea: area.id, expectedVersion: area.version, polled: asked, tallies };
    // The chair signed how the commune judges itself, and so counts none of its ballots.
    expect(await stage.isRefused(commune.chair, 'newRuralAreasEnterTally', counted)).toBe('SAME_PERSON');
    await stage.does(head, 'newRuralAreasEnterTally', counted, 'id');
  }
  return stage.does(
    commune.chair,
    'newRuralAreasClosePoll',
    { poll: poll.id, expectedVersion: poll.version },
    'id version state polled passed',
  );
}

/** A list of households gets support: drawn up, posted, approved by another, handed out. */
export async function support(stage: Stage, commune: Commune, households: number): Promise<Given> {
  const { covid19SupportPackages } = await stage.ask(
    '{ covid19SupportPackages(filter: { code: ["NQ68_FREELANCE"] }) { nodes { id } } }',
    commune.clerk,
  );
  const { id: list } = await stage.does(
    commune.clerk,
    'covid19CreateSupportList',
    { unit: commune.id, package: covid19SupportPackages.nodes[0].id, title: 'Hỗ trợ trong đợt dịch' },
    'id',
  );
  const on: Given[] = [];
  for (let number = 1; number <= households; number += 1)
    on.push(
      await stage.does(commune.clerk, 'covid19AddSupportHousehold', {
        list,
        headName: `Hộ thử ${number}`,
        people: 2,
        amount: '1500000',
      }),
    );
  const step = async (who: string, name: string, more: object = {}): Promise<Given> => {
    const found = await stage.ask('query ($list: ID!) { covid19SupportList(id: $list) { version } }', who, {
      list,
    });
    const expectedVersion = found.covid19SupportList.version as number;
    return stage.does(who, name, { list, expectedVersion, ...more }, 'id version state');
  };
  const [posted, over] = [stage.today, stage.later(4)];
  await step(commune.clerk, 'covid19PostSupportList', { postedOn: posted });
  stage.on(over);
  await step(commune.clerk, 'covid19ReviewSupportList');
  await step(commune.chair, 'covid19ApproveSupportList', { decision: 'Quyết định số 8/QĐ-UBND' });
  for (const household of on)
    await stage.does(
      commune.clerk,
      'covid19RecordSupportReceived',
      { household: household.id, expectedVersion: household.version, receivedOn: over },
      'id',
    );
  return step(commune.clerk, 'covid19DeliverSupportList');
}
