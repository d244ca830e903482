/** For tests: the demonstration with a vice chair in every commune, and satisfaction polls that are opened and counted. */
import { startProgramBed, type Answer, type ProgramBed } from '@phoihop/testing';
import plugin from '../plugin.js';

export const open = 'newRuralAreasOpenPoll';
export const tally = 'newRuralAreasEnterTally';
export const close = 'newRuralAreasClosePoll';
export const cancel = 'newRuralAreasCancelPoll';
/** What is asked of a poll. */
export const shown =
  'id version state polled passed households areas { nodes { id version polled unit { code } } }';

export interface PollsBed extends ProgramBed {
  /** A poll of a commune with three areas, opened by its chair. */
  opened(code: string, who: string, level?: string, households?: number): Promise<any>;
  /** The poll of Bàu Hàm, which is open to begin with: its first area has counted, two have not. */
  bauHam(): Promise<any>;
  /** Answers to all questions alike; the first may differ. */
  answers(polled: number, yes: number, firstYes?: number): object[];
  /** Enters the count of an area. */
  count(area: any, polled: number, tallies: object[], who: string, more?: object): Promise<any>;
  /** Asks for the result of a poll. */
  resultOf(poll: string, who: string): Promise<Answer>;
}

export async function startPollsBed(): Promise<PollsBed> {
  const bed = await startProgramBed([plugin]);
  const asked = await bed.ask(
    '{ newRuralAreasPollQuestions(filter: { validOn: "2021-10-15" }) { nodes { code } } }',
  );
  const questions: { code: string }[] = asked.data.newRuralAreasPollQuestions.nodes;
  await withDeputies(bed);
  return Object.assign(bed, {
    opened: async (code: string, who: string, level = 'ADVANCED', households = 100) => {
      const areas = await Promise.all(
        [1, 2, 3].map(async (n) => ({ unit: await bed.unit(`${code}.0${n}`), households })),
      );
      const input = { unit: await bed.unit(code), level, households: households * 3, areas };
      return bed.change(open, input, who, shown);
    },
    bauHam: async () => {
      const { data } = await bed.ask(
        `{ newRuralAreasPolls(filter: { unit: "${await bed.unit('26257')}" }) { nodes { ${shown} } } }`,
        'chair.bau-ham',
      );
      return data.newRuralAreasPolls.nodes[0];
    },
    answers: (polled: number, yes: number, firstYes = yes) =>
      questions.map(({ code }, index) => {
        const its = index === 0 ? firstYes : yes;
        return { question: code, yes: its, no: polled - its, other: 0 };
      }),
    count: (area: any, polled: number, tallies: object[], who: string, more: object = {}) =>
      bed.change(
        tally,
        { pollArea: area.id, expectedVersion: area.version, polled, tallies, ...more },
        who,
        'id version polled tallies { nodes { yes no other reason supersededAt question { code } } }',
      ),
    resultOf: (poll: string, who: string) =>
      bed.ask(
        `{ newRuralAreasPollResult(poll: "${poll}") { households polled coverage coverageReached passed answers { question { code } yes no other approval reached withheld } } }`,
        who,
      ),
  });
}

/** Each commune's Front has a vice chair, who has judged and signed nothing: `deputy.cay-gao` beside `chair.cay-gao`. */
async function withDeputies(bed: ProgramBed): Promise<void> {
  await bed.sql(
    `with chair as (
       select replace(account.username, 'chair.', 'deputy.') as deputy, held.role_id, held.unit_id
         from core.user_account account join core.assignment held on held.user_id = account.id where account.username like 'chair.%'),
     person as (
       insert into core.person (full_name, unit_id, email) select 'Phó Chủ tịch', unit_id, deputy || '@trangbom.example' from chair returning id, email),
     account as (
       insert into core.user_account (username, person_id) select split_part(email, '@', 1), id from person returning id, username)
     insert into core.assignment (user_id, role_id, unit_id, reach, valid_from)
     select account.id, chair.role_id, chair.unit_id, 'SUBTREE', '2021-01-01' from account join chair on chair.deputy = account.username`,
  );
}
