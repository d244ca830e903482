import { useState } from 'react';
import { signIn } from './fetcher.js';

/** Signs in with a name and a password, or as one of the demo's people. The token lives in this page only. */
export function SignIn({ people, locale, words, who, onSignedIn, onSignedOut }) {
  const [problem, setProblem] = useState('');

  if (who) {
    return (
      <span className="sign-in">
        {words.signedInAs} <strong>{who}</strong>
        <button type="button" onClick={onSignedOut}>
          {words.signOut}
        </button>
      </span>
    );
  }

  const enter = async (credentials) => {
    setProblem('');
    try {
      onSignedIn(await signIn({ ...credentials, locale }), credentials.username);
    } catch (error) {
      setProblem(`${words.failed}. ${error.message}`);
    }
  };
  const submit = (event) => {
    event.preventDefault();
    enter(Object.fromEntries(new FormData(event.currentTarget)));
  };

  return (
    <form className="sign-in" onSubmit={submit}>
      {people.length > 0 && (
        <select aria-label={words.person} value="" onChange={({ target }) => enter(people[target.value])}>
          <option value="" disabled>
            {words.person} {words.choose}
          </option>
          {people.map(({ username, who: name }, index) => (
            <option key={username} value={index}>
              {name[locale]} ({username})
            </option>
          ))}
        </select>
      )}
      <input
        name="username"
        required
        autoComplete="username"
        placeholder={words.username}
        aria-label={words.username}
      />
      <input
        name="password"
        required
        type="password"
        autoComplete="current-password"
        placeholder={words.password}
        aria-label={words.password}
      />
      <button type="submit">{words.signIn}</button>
      {problem && (
        <span role="alert" className="problem">
          {problem}
        </span>
      )}
    </form>
  );
}
