import './workers.js';
import 'graphiql/style.css';
import './page.css';
import { useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { GraphiQL } from 'graphiql';
import { makeFetcher } from './fetcher.js';
import { SignIn } from './sign-in.jsx';
import { firstLocale, texts } from './texts.js';

const nobody = { token: '', who: '' };

function Page({ start }) {
  const [locale, setLocale] = useState(firstLocale);
  const [session, setSession] = useState(nobody);
  const words = texts[locale];
  // A new fetcher makes GraphiQL ask for the schema again: in the other language, or with other rights.
  const fetcher = useMemo(
    () => makeFetcher({ locale, token: session.token, onTokenRefused: () => setSession(nobody) }),
    [locale, session.token],
  );
  useEffect(() => {
    document.documentElement.lang = locale;
    localStorage.setItem('phoihop:locale', locale);
  }, [locale]);

  return (
    <>
      <header className="bar">
        <strong lang="vi">Phối Hợp</strong>
        <label>
          {words.language}{' '}
          <select
            value={locale}
            title={words.documentation}
            onChange={({ target }) => setLocale(target.value)}
          >
            <option value="vi" lang="vi">
              Tiếng Việt
            </option>
            <option value="en" lang="en">
              English
            </option>
          </select>
        </label>
        <SignIn
          people={start.people}
          locale={locale}
          words={words}
          who={session.who}
          onSignedIn={(token, who) => setSession({ token, who })}
          onSignedOut={() => setSession(nobody)}
        />
      </header>
      <GraphiQL
        fetcher={fetcher}
        defaultQuery={start.query}
        shouldPersistHeaders={false}
        defaultEditorToolsVisibility="headers"
      />
    </>
  );
}

/** What the gateway tells the page: a first query, and the demo's people where there is a demo. */
const start = await fetch('start.json')
  .then((response) => response.json())
  .catch(() => ({ query: '', people: [] }));
createRoot(document.getElementById('page')).render(<Page start={start} />);
