import type { Connection } from '../database/connection.ts';
import { graphql } from '../clients/client.ts';
import type { Server } from '../processes/server.ts';

const username = 'officer.insurance';
const password = 'Trang-Bom-2021-demo';

/** Makes an officer of the district one for all its programs: one who may read what is asked for, and record figures. */
export async function appointOfficer({ query }: Connection): Promise<void> {
  await query(
    `update core.assignment set programs = null where user_id = (select id from core.user_account where username = $1)`,
    [username],
  );
}

/** Signs the officer in, as a client does. @returns what goes with each request */
export async function signIn(server: Server): Promise<Record<string, string>> {
  const text = await server.ask(
    graphql('mutation ($input: SignInInput!) { signIn(input: $input) { token } }', {
      input: { username, password },
    }),
  );
  const { data } = JSON.parse(text) as { data?: { signIn?: { token: string } } };
  if (!data?.signIn) throw new Error(`The officer could not sign in: ${text}`);
  return { authorization: `Bearer ${data.signIn.token}` };
}
