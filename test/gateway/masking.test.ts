import { startGateway, type TestGateway } from './kit.js';

/** What answers and logs may show of what went wrong. */
describe('what is shown', () => {
  let test: TestGateway;
  beforeAll(async () => {
    test = await startGateway({ environment: { NODE_ENV: 'production' } });
  });
  afterAll(() => test.close());
  const inside = /hunter2|hidden_table|secret_column|Văn Kín|integer|syntax|\/srv|\.ts\b|relation|select/i;

  it.each(['error', 'sql', 'value', 'type'])(
    'of a failure by %s is an id, in the answer and in the log',
    async (how) => {
      const { body } = await test.ask({
        query: `query Failing($how: String!) { fail(how: $how) }`,
        variables: { how },
      });
      const [error] = body.errors;
      // A statement that failed takes its transaction with it, and so the whole answer.
      expect(body.data?.fail ?? null).toBeNull();
      expect(error.extensions).toEqual({
        code: 'INTERNAL_SERVER_ERROR',
        errorId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect(error.message).toBe(
        `Something went wrong inside the system. The number to tell an administrator: ${error.extensions.errorId}.`,
      );
      expect(JSON.stringify(body)).not.toMatch(inside);
      const line = test.logged.find((one) => one.includes(error.extensions.errorId));
      expect(line).toBeDefined();
      expect(line).not.toMatch(/hunter2|Văn Kín/);
    },
  );

  it('of a problem is its code and its words', async () => {
    const { body } = await test.ask({ query: '{ fail(how: "problem") }' });
    expect(body.errors[0]).toMatchObject({
      message: 'how was not found: it does not exist, or you may not see it.',
      extensions: { code: 'NOT_FOUND', field: 'how' },
    });
  });

  it('in the log is the operation’s name, hash, status, time and codes: no values, no tokens, no whole address', async () => {
    test.logged.length = 0;
    await test.ask(
      {
        query: 'query ByValue($t: String) { echo(text: $t) other: echo(text: "literal-secret") }',
        variables: { t: 'variable-secret' },
      },
      { 'x-forwarded-for': '203.0.113.77' },
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    const [line] = test.logged.map((one) => JSON.parse(one)).filter(({ msg }) => msg === 'operation');
    expect(line).toMatchObject({
      operation: { name: 'ByValue', kind: 'query', hash: expect.stringMatching(/^[0-9a-f]{16}$/) },
      status: 200,
      network: '127.0.0.0/24',
    });
    expect(test.logged.join()).not.toMatch(/variable-secret|literal-secret|203\.0\.113/);
  });

  it('in the log one statement has one hash, whatever its literals', async () => {
    test.logged.length = 0;
    for (const text of ['a', 'b']) await test.ask({ query: `query Same { echo(text: "${text}") }` });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const hashes = test.logged
      .map((one) => JSON.parse(one))
      .filter(({ msg }) => msg === 'operation')
      .map(({ operation }) => operation.hash);
    expect(hashes).toHaveLength(2);
    expect(new Set(hashes).size).toBe(1);
  });

  it('in the log a forged line stays inside one', async () => {
    test.logged.length = 0;
    await test.ask(
      { query: '{ ping }', operationName: 'x"}\n{"level":"fatal"' },
      { 'user-agent': 'x\t{"level":"fatal"}', 'x-request-id': '{"level":"fatal"}' },
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (const one of test.logged) {
      expect(one.trimEnd()).not.toContain('\n');
      expect(JSON.parse(one).level).toBe('info');
    }
  });
});
