/**
 * Sends one operation. The language decides in which words the schema's documentation and errors come; the token of
 * the sign-in form goes along unless the headers editor has an Authorization of its own.
 */
export function makeFetcher({ locale, token, onTokenRefused }) {
  return async (operation, { headers = {} } = {}) => {
    const own = Object.keys(headers).some((name) => name.toLowerCase() === 'authorization');
    const ours = token && !own;
    const { status, answer } = await send(
      operation,
      { ...(ours ? { authorization: `Bearer ${token}` } : {}), ...headers },
      locale,
    );
    if (ours && status === 401) onTokenRefused();
    return answer;
  };
}

async function send(operation, headers, locale) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'accept-language': locale,
      ...headers,
    },
    body: JSON.stringify(operation),
  });
  const text = await response.text();
  try {
    return { status: response.status, answer: JSON.parse(text) };
  } catch {
    return {
      status: response.status,
      answer: { errors: [{ message: `${response.status} ${response.statusText}` }] },
    };
  }
}

const signInMutation = `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) { token expiresAt }
}`;

/** @throws Error with the server's own words where the sign-in is refused */
export async function signIn({ username, password, locale }) {
  const operation = { query: signInMutation, variables: { input: { username, password } } };
  const { data, errors } = (await send(operation, {}, locale)).answer;
  if (!data?.signIn) throw new Error(errors?.[0]?.message ?? '');
  return data.signIn.token;
}
