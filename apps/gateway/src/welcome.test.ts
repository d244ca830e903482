import { buildSchema } from 'graphql';
import { explainListening, isListenError } from './port-trouble.js';
import { businessClock } from './business-clock.js';
import { firstQueries, welcome } from './welcome.js';

const people = [{ username: 'can-bo.xa', password: 'demo', who: { vi: 'Cán bộ xã', en: 'Commune officer' } }];
const facts = {
  address: 'http://127.0.0.1:4000',
  config: { graphiql: true, demo: true, host: '127.0.0.1' },
  people,
  query: '# words\n{\n  ping\n}',
  leftOut: new Map<string, string>(),
};

describe('the welcome', () => {
  it('says where, with which query, as whom, that figures are invented, and how to stop', () => {
    const text = welcome(facts);
    expect(text).toContain('http://127.0.0.1:4000/graphiql/');
    expect(text).toContain(
      `curl http://127.0.0.1:4000/graphql -H 'content-type: application/json' -d '{"query":"{ ping }"}'`,
    );
    expect(text).toContain('can-bo.xa   demo   Cán bộ xã · Commune officer');
    expect(text).toContain('invented');
    expect(text).toContain('hư cấu');
    expect(text).toContain('Stop with Ctrl-C.');
  });

  it('shows of many people one of each kind, and says how many more there are', () => {
    const many = ['standing', 'chair.a', 'clerk.a', 'chair.b', 'clerk.b', 'chair.c'].map((username) => ({
      ...people[0]!,
      username,
    }));
    const text = welcome({ ...facts, people: many });
    expect(text.match(/^ {2}(chair|clerk|standing)\S*/gm)).toEqual(['  chair.a', '  clerk.a', '  standing']);
    expect(text).toContain('and 3 more');
  });

  it('warns when others can come in with the demo’s passwords', () => {
    expect(welcome(facts)).not.toContain('DEMO=off');
    expect(welcome({ ...facts, config: { ...facts.config, host: '0.0.0.0' } })).toContain('DEMO=off');
  });

  it('does not end as if all were well where plugins are left out', () => {
    expect(welcome(facts)).toContain('Phối Hợp is ready.\n');
    expect(welcome(facts)).not.toContain('left out');
    const leftOut = new Map([
      ['blood-donation', 'data.rows.Drive: column "unit" does not exist.\n\n  create policy …'],
      ['donor-cards', 'it requires blood-donation'],
    ]);
    const text = welcome({ ...facts, leftOut });
    expect(text).not.toContain('is ready.\n');
    expect(text).toMatch(
      /left out.*\n\n {2}blood-donation: data\.rows\.Drive: column "unit" does not exist\.\n {2}donor-cards: it requires blood-donation\n/,
    );
    expect(text).not.toContain('create policy');
    expect(text).toContain('above, in the line that begins “The plugin blood-donation”');
  });

  it('names nobody where there is no demo', () => {
    const text = welcome({
      ...facts,
      people: [],
      config: { graphiql: false, demo: false, host: '127.0.0.1' },
    });
    expect(text).not.toMatch(/Sign in|graphiql|invented/);
  });

  it('suggests a query that the schema answers', () => {
    expect(firstQueries(buildSchema('type Query { ping: String }'))).toEqual([
      expect.stringContaining('queryType'),
    ]);
    const targets = buildSchema(`type Query { targets(first: Int): Targets } type Targets { nodes: [Target] }
      type Target { code: ID reading: String deadline: String progress: Progress }
      type Progress { state: String percent: String actual: String levelToReach: String }`);
    expect(firstQueries(targets)).toEqual([expect.stringContaining('query Targets')]);
  });
});

describe('a port one cannot have', () => {
  it('is explained with what to do', () => {
    const error = Object.assign(new Error('listen EADDRINUSE'), {
      code: 'EADDRINUSE',
      syscall: 'listen',
      port: 4000,
    });
    expect(isListenError(error)).toBe(true);
    expect(explainListening(error)).toContain('PORT=4001 npm start');
    expect(explainListening({ ...error, code: 'EACCES', port: 80 })).toContain('may not listen on port 80');
    expect(isListenError(new Error('another'))).toBe(false);
  });
});

describe('the business clock', () => {
  it('stands where it was set', () => {
    expect(businessClock('2021-10-15').businessDate).toBe('2021-10-15');
  });

  it('changes the day when it changes in Việt Nam', () => {
    const at = (time: string) => businessClock('today', () => new Date(time)).businessDate;
    expect(at('2026-11-23T16:59:59Z')).toBe('2026-11-23');
    expect(at('2026-11-23T17:00:00Z')).toBe('2026-11-24');
  });
});
