import core from '@phoihop/core';
import { compose } from '@phoihop/platform/engine';
import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printSchema } from 'graphql';
import { loadDemo } from './demo/load-demo.js';
import { proposalWorkflow } from './proposals/proposal-state.js';
import emulation from './plugin.js';
import { loadSheets, readSheets } from './sheets/load-sheets.js';
import { sheetWorkflow } from './sheets/sheet-state.js';
import { yearWorkflow } from './years/year-state.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([emulation]);
}, 300_000);
afterAll(() => bed?.close());

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\n\`\`\``, 'g'))].map(
    ([, source]) => source!,
  );

test('the queries of the README run as they stand there, with real rows', async () => {
  const [ranking, sheet] = blocks('graphql');
  const { data, errors } = await bed.ask(ranking!, 'standing');
  expect(errors).toBeUndefined();
  const [year] = data.emulationAwardsYears.nodes;
  expect([year.year, year.state, year.clusters.nodes.map(({ number }: any) => number)]).toEqual([
    2020,
    'CLOSED',
    [1, 2, 3, 4],
  ]);
  expect(year.clusters.nodes.map(({ rankings }: any) => rankings.nodes.map(({ rank }: any) => rank))).toEqual(
    [
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4],
      [1, 2, 3, 4],
      [1, 1, 3, 4],
    ],
  );
  const entries = await bed.ask(
    `{ emulationAwardsEntries(filter: { unit: "${await bed.unit('26260')}" }) { nodes { id emulationYear { year } } } }`,
    'standing',
  );
  const [entry] = entries.data.emulationAwardsEntries.nodes.filter(
    ({ emulationYear }: any) => emulationYear.year === 2020,
  );
  const seen = await bed.ask(sheet!, 'standing', { entry: entry.id });
  expect(seen.errors).toBeUndefined();
  const { scores } = seen.data.node;
  expect(new Set(scores.nodes.map(({ kind }: any) => kind))).toEqual(
    new Set(['SELF', 'CROSS', 'REVIEW', 'FINAL']),
  );
  // What was corrected, and what it replaced.
  expect(scores.nodes.filter(({ reason }: any) => reason)).toHaveLength(1);
  expect(scores.nodes.filter(({ supersededAt }: any) => supersededAt)).toHaveLength(1);
});

test('the diagrams of the README are those of the workflows', () => {
  expect(blocks('mermaid')).toEqual([
    sheetWorkflow.diagram(),
    yearWorkflow.diagram(),
    proposalWorkflow.diagram(),
  ]);
});

test('taken out, it leaves a schema without a trace of it; alone it composes', () => {
  expect(printSchema(compose([core]).schema)).not.toMatch(/emulationAwards/i);
  expect(printSchema(compose([core, emulation]).schema)).toMatch(/type EmulationAwardsEntry /);
});

test('every message fills its places in both languages with the same facts', () => {
  const places = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
  for (const [code, { vi, en }] of Object.entries(emulation.problems!))
    expect([code, places(vi)]).toEqual([code, places(en)]);
});

/** Tables of the plugin that the demonstration fills. */
const tables = [
  'emulation_year', 'cluster_year', 'entry', 'registration', 'pact', 'pact_signature', 'score', 'ranking', 'vote_cast', 'ballot',
  'vote_result', 'sheet_step', 'proposal', 'proposal_step', 'opinion', 'council_vote', 'review_meeting',
]; // prettier-ignore

/** How many rows there are, and what they say but for ids of other rows and times. */
const contents = async () =>
  Object.fromEntries(
    await Promise.all(
      tables.map(async (table) => {
        const [row] = await bed.sql<{ n: number; hash: string }>(
          `select count(*)::int as n, md5(string_agg(fact, '|' order by fact)) as hash from (
             select jsonb_object_agg(key, value)::text as fact from emulation_awards.${table} t cross join lateral jsonb_each(to_jsonb(t))
              where key !~ '(^id$|_id$|_by$|_at$)' or key = 'decided_by' group by t.id) facts`,
        );
        return [table, row];
      }),
    ),
  );

describe('the demonstration', () => {
  test('fills every table, everything marked as invented, nothing after the business date', async () => {
    for (const table of tables) {
      const [row] = await bed.sql<{ n: number; open: number }>(
        `select count(*)::int as n, count(*) filter (where not demo)::int as open from emulation_awards.${table}`,
      );
      expect([table, row!.n > 0, row!.open]).toEqual([table, true, 0]);
    }
    const late = await bed.sql(
      `select 1 from emulation_awards.proposal_step where taken_on > '2021-10-15'
       union all select 1 from emulation_awards.review_meeting where held_on > '2021-10-15'
       union all select 1 from emulation_awards.entry where self_scored_on > '2021-10-15'`,
    );
    expect(late).toEqual([]);
    const states = await bed.sql<{ state: string }>('select distinct state from emulation_awards.proposal');
    expect(states.map(({ state }) => state).sort()).toEqual([...proposalWorkflow.states].sort());
  });

  test('loaded again it changes nothing', async () => {
    const before = await contents();
    await loadDemo(bed.engine.servicesFor('emulation-awards'));
    expect(await contents()).toEqual(before);
  });

  test('keeps the rules it shows: who entered did not sign, who scored did not review, who proposed did not check', async () => {
    const broken = await bed.sql(
      `select 'signed' from emulation_awards.entry its join emulation_awards.score given on given.entry_id = its.id and given.kind = 'SELF'
        where given.recorded_by = its.self_scored_by
       union all
       select 'reviewed' from emulation_awards.score a join emulation_awards.score b on b.entry_id = a.entry_id and a.kind = 'REVIEW' and b.kind in ('SELF', 'CROSS')
        where a.recorded_by = b.recorded_by
       union all
       select 'checked' from emulation_awards.proposal_step a join emulation_awards.proposal_step b on b.proposal_id = a.proposal_id
          and a.action in ('CHECK', 'DECIDE') and b.action in ('NOMINATE')
        where a.taken_by = b.taken_by
       union all
       select 'led twice' from emulation_awards.cluster_year its join emulation_awards.cluster_year before on before.id = its.previous_id
        where before.lead_unit_id = its.lead_unit_id
       union all
       select 'unrotated' from emulation_awards.cluster_year its join emulation_awards.emulation_year year on year.id = its.emulation_year_id
        where year.year = 2021 and its.previous_id is null`,
    );
    expect(broken).toEqual([]);
  });

  test('feeds the indicators: four clusters (T-16), every commune registered, reviews, awards', async () => {
    const figures = await bed.sql(
      `select indicator.key, period.key as period, count(*)::int as units, sum(value.value)::text as total
         from core.data_value value join core.indicator indicator on indicator.id = value.indicator_id join core.period period on period.id = value.period_id
        where indicator.key like 'emulation-awards.%' and value.superseded_at is null and value.demo group by 1, 2 order by 1, 2`,
    );
    expect(figures).toEqual([
      { key: 'emulation-awards.awards-decided', period: '2021', units: 1, total: '6' },
      { key: 'emulation-awards.clusters', period: '2020', units: 1, total: '4' },
      { key: 'emulation-awards.clusters', period: '2021', units: 1, total: '4' },
      // Of 2020 none: what a unit was then is not known, so it is not known either whether it counts.
      { key: 'emulation-awards.reviews-held', period: '2021-H1', units: 14, total: '14' },
      { key: 'emulation-awards.reviews-held', period: '2021-H2', units: 3, total: '0' },
      { key: 'emulation-awards.units-registered', period: '2020', units: 17, total: '17' },
      { key: 'emulation-awards.units-registered', period: '2021', units: 17, total: '17' },
    ]);
    const { data } = await bed.ask(
      '{ targetByCode(code: "T-16") { progress { state actual } } }',
      'standing',
    );
    expect(data.targetByCode.progress).toMatchObject({ actual: '4' });
  });

  test('awards who came first, and every step of a proposal by whom it could be taken', async () => {
    const winners = await bed.sql(
      `select cluster.number, ranking.rank from emulation_awards.proposal its
         join emulation_awards.title title on title.id = its.title_id and title.code = 'COLLECTIVE_EXCELLENT'
         join emulation_awards.ranking ranking on ranking.unit_id = its.unit_id and ranking.superseded_at is null
         join emulation_awards.cluster_year cluster on cluster.id = ranking.cluster_id
        where its.state = 'AWARDED' order by 1`,
    );
    expect(winners).toEqual([1, 2, 3, 4].map((number) => ({ number, rank: 1 })));
    const foreign = await bed.sql(
      `select its.action, account.username from emulation_awards.proposal_step its join core.user_account account on account.id = its.taken_by
         join core.assignment held on held.user_id = account.id
        where held.group_id is not null and not exists (select from core.unit_group_member member where member.group_id = held.group_id and member.unit_id = its.unit_id)`,
    );
    expect(foreign).toEqual([]);
  });
});

describe('a score sheet in use', () => {
  const services = () => bed.engine.servicesFor('emulation-awards');

  test('loads again as it is', async () => {
    await expect(loadSheets(services())).resolves.toBeUndefined();
  });

  test('does not change: the file is refused, and the sheet stays', async () => {
    const sheets = await readSheets();
    const changed = sheets.map((sheet) =>
      sheet.year === 2021
        ? {
            ...sheet,
            criteria: sheet.criteria.map((line) => (line.number === '1' ? { ...line, maximum: '30' } : line)),
          }
        : sheet,
    );
    await expect(loadSheets(services(), changed)).rejects.toThrow('sheets in use (737 2021/1)');
    const dropped = sheets.map((sheet) => ({ ...sheet, criteria: sheet.criteria.slice(1) }));
    await expect(loadSheets(services(), dropped)).rejects.toThrow('737 2020/1, 737 2021/1');
    const [line] = await bed.sql(
      `select maximum::text from emulation_awards.criterion its join emulation_awards.score_sheet sheet on sheet.id = its.sheet_id
        where sheet.year = 2021 and its.number = '1'`,
    );
    expect(line).toEqual({ maximum: '25.00' });
  });

  test('nor does one that people wrote follow a file of its number', async () => {
    const [sheet] = (await readSheets()).filter(({ year }) => year === 2021);
    const same = { ...sheet!, year: 2022, number: 2 };
    await expect(loadSheets(services(), [same])).rejects.toThrow('that people wrote');
    const [line] = await bed.sql(
      'select state, drafted_on::text as day from emulation_awards.score_sheet where year = 2022 and number = 2',
    );
    expect(line).toEqual({ state: 'DRAFT', day: '2021-10-04' });
  });

  test('is replaced by a new number, which may still be mended while no year is run by it', async () => {
    const [sheet] = (await readSheets()).filter(({ year }) => year === 2021);
    const next = { ...sheet!, number: 2, criteria: sheet!.criteria.slice(0, 3) };
    await loadSheets(services(), [next]);
    await loadSheets(services(), [{ ...next, criteria: next.criteria.slice(1) }]);
    const lines = await bed.sql(
      `select its.number from emulation_awards.criterion its join emulation_awards.score_sheet sheet on sheet.id = its.sheet_id
        where sheet.year = 2021 and sheet.number = 2 order by 1`,
    );
    expect(lines).toEqual([{ number: '2' }, { number: '3' }]);
  });
});
