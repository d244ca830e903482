/** A request's statement ends within seconds, because somebody waits for it; a batch on a busy server need not. */
export const patience = `select set_config('statement_timeout', '60s', true), set_config('idle_in_transaction_session_timeout', '60s', true)`;
