import { makeClient, GraphError } from './client.js';
import {
  CommunesDocument,
  DistrictDocument,
  MeDocument,
  SignInDocument,
  type CommunesQuery,
} from './gql/graphql.js';

const [username, password] = process.argv.slice(2);
if (!username || !password) {
  console.error('Usage: npm start -- <username> <password>');
  process.exit(1);
}

const client = makeClient(process.env['PHOIHOP_URL'] ?? 'http://127.0.0.1:4000/graphql', 'en');

try {
  const { signIn } = await client.ask(SignInDocument, { input: { username, password } });
  client.setToken(signIn?.token);

  const { me } = await client.ask(MeDocument, {});
  const roles = me?.assignments?.map(({ role, unit }) => `${role?.code} of ${unit?.fullName}`);
  console.log(`${me?.person?.fullName}: ${roles?.join(', ')}`);

  const { administrativeUnit: district } = await client.ask(DistrictDocument, { code: '737' });
  if (district) await printCommunes(district.id);
} catch (error) {
  if (!(error instanceof GraphError)) throw error;
  console.error(error.has('SIGN_IN_FAILED') ? 'Wrong name or password.' : error.message);
  process.exitCode = 1;
}

/** All communes of a district with their latest coverage, page by page. */
async function printCommunes(district: string): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const answer: CommunesQuery = await client.ask(CommunesDocument, { district, after });
    const page = answer.administrativeUnits;
    for (const { fullName, socialInsuranceCoverageSnapshots: snapshots } of page?.nodes ?? []) {
      const latest = snapshots?.nodes[0];
      console.log(`${fullName}: ${latest ? `${latest.insured} of ${latest.population}` : 'no figure'}`);
    }
    if (!page?.pageInfo.hasNextPage) return;
    after = page.pageInfo.endCursor;
  }
}
