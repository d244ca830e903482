import core from '@phoihop/core';
import { compose, rowSecurityOf } from '@phoihop/platform/engine';
import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import { printSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assessmentWorkflow } from './assessments/assessment-state.js';
import { dossierWorkflow } from './dossiers/dossier-state.js';
import plugin from './plugin.js';
import { pollWorkflow } from './polls/poll-enums.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([plugin]);
}, 300_000);
afterAll(() => bed?.close());

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, source]) =>
    source!.trim(),
  );

test('the query of the README runs as it stands there, with real rows', async () => {
  const [query, ...more] = blocks('graphql');
  expect(more).toEqual([]);
  const { data, errors } = await bed.ask(query!, 'standing', { unit: await bed.unit('737') });
  expect(errors).toBeUndefined();
  expect(data.newRuralAreasGapToTarget).toMatchObject({
    target: 'T-03',
    wanted: '2',
    reached: 1,
    needed: '1',
  });
  expect(data.newRuralAreasGapToTarget.candidates.length).toBeGreaterThan(10);
});

test('the ways that the README draws are those that are taken', () => {
  expect(blocks('mermaid')).toEqual(
    [dossierWorkflow, assessmentWorkflow, pollWorkflow].map((its) => its.diagram()),
  );
});

test('every message fills its places in both languages with the same facts', () => {
  const places = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
  for (const [code, { vi, en }] of Object.entries(plugin.problems!))
    expect([code, places(vi)]).toEqual([code, places(en)]);
});

test('taken out, it leaves a schema without a trace of it', () => {
  const sdl = printSchema(compose([core]).schema);
  expect(sdl).not.toMatch(/newRuralAreas/i);
  expect(printSchema(compose([core, plugin]).schema)).toMatch(/type NewRuralAreasRecognition /);
});

test('the public reads decisions on criteria and polls, and nothing else', async () => {
  const codes = async (source: string, username?: string) =>
    (await bed.ask(source, username)).errors?.map(({ extensions }) => extensions['code']) ?? [];
  expect(
    await codes(
      '{ newRuralAreasCriteriaSets { nodes { title criteria { nodes { title thresholdText unitOfMeasure } } } } newRuralAreasPollRules { totalCount } newRuralAreasPollQuestions { nodes { text } } }',
    ),
  ).toEqual([]);
  for (const field of ['Assessments', 'Polls', 'PollAreas', 'Dossiers', 'Recognitions', 'SupervisionVisits'])
    expect([field, await codes(`{ newRuralAreas${field} { totalCount } }`)]).toEqual([
      field,
      ['UNAUTHENTICATED'],
    ]);
  for (const who of ['treasurer', 'petitions', 'elections', 'council', 'admin'])
    expect([who, await codes('{ newRuralAreasRecognitions { totalCount } }', who)]).toEqual([
      who,
      ['FORBIDDEN'],
    ]);
});

test('a clerk has the own commune, a cluster its four, the district all; a member organization of the program all', async () => {
  const seen = async (username: string): Promise<number> => {
    const { data } = await bed.ask(
      '{ newRuralAreasRecognitions(first: 200, filter: { level: [NEW_RURAL] }) { totalCount nodes { id } } }',
      username,
    );
    expect(data.newRuralAreasRecognitions.nodes).toHaveLength(data.newRuralAreasRecognitions.totalCount);
    return data.newRuralAreasRecognitions.totalCount;
  };
  expect(
    await Promise.all(
      ['clerk.bau-ham', 'head.bau-ham', 'officer.cluster4', 'standing', 'farmers', 'youth'].map(seen),
    ),
  ).toEqual([1, 0, 4, 16, 16, 0]);
});

test('what was said stays: nothing is deleted, results and counts are only marked as replaced', () => {
  const tables = rowSecurityOf(bed.engine.composition.plugins).filter(
    ({ schema }) => schema === 'new_rural_areas',
  );
  expect(tables).toHaveLength(17);
  for (const { delete: remove } of tables) expect(remove).toBe('never');
  for (const table of ['assessment_result', 'poll_tally'])
    expect(tables.find((one) => one.table === table)!.update).toMatchObject({ columns: ['superseded_at'] });
  for (const table of ['evidence', 'dossier_step', 'recheck', 'poll_total', 'assessor'])
    expect([table, tables.find((one) => one.table === table)!.update]).toEqual([table, 'never']);
});
