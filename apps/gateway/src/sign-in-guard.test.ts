import { buildSchema, parse, type ExecutionResult, type OperationDefinitionNode } from 'graphql';
import { guardPasswords } from './sign-in-guard.js';
import { SignInLimits, memoryStore } from './sign-in-limits.js';

const schema = buildSchema(`
  type Query { nothing: String }
  input ChangeOwnPasswordInput { currentPassword: String! newPassword: String! }
  type Mutation { changeOwnPassword(input: ChangeOwnPasswordInput!): String }`);
const document = parse(
  'mutation { changeOwnPassword(input: { currentPassword: "tre", newPassword: "xanh" }) }',
);
const [operation] = document.definitions as [OperationDefinitionNode];

/** Somebody's tries to change the own password, all refused with the same code. */
function tries(userId: number): (sessionEnded: boolean) => Promise<string> {
  const limits = new SignInLimits(memoryStore, `of ${userId}`);
  const refused: ExecutionResult = { errors: [{ extensions: { code: 'UNAUTHENTICATED' } } as never] };
  return async (sessionEnded) => {
    const request = { schema, document, operation, variables: {}, userId, address: '198.51.100.9' };
    const answer = await guardPasswords(
      limits,
      { ...request, sessionEnded: () => sessionEnded },
      async () => refused,
    );
    return 'waitSeconds' in answer ? 'waits' : 'refused';
  };
}

test('a session that has ended is no guess at a password, however often it asks', async () => {
  const next = tries(7);
  const answers: string[] = [];
  for (let count = 0; count < 12; count += 1) answers.push(await next(true));
  expect(answers).toEqual(Array.from({ length: 12 }, () => 'refused'));
});

test('a wrong password is, and takes none of its tries back', async () => {
  const next = tries(8);
  const answers: string[] = [];
  for (let count = 0; count < 7; count += 1) answers.push(await next(false));
  expect(answers).toEqual(['refused', 'refused', 'refused', 'refused', 'refused', 'refused', 'waits']);
});
