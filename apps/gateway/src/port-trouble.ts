/** Node's error where a server cannot have the address it wants. */
interface ListenError extends Error {
  readonly code: string;
  readonly port?: number;
  readonly address?: string;
}

const codes = ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND'];

export function isListenError(error: unknown): error is ListenError {
  const { syscall, code } = (error ?? {}) as { syscall?: unknown; code?: unknown };
  return (syscall === 'listen' || syscall === 'getaddrinfo') && codes.includes(String(code));
}

/** What happened and what to do about it. */
export function explainListening({ code, port, address }: ListenError): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program, perhaps by another gateway. Stop that one, or choose another port:\n  PORT=${(port ?? 4000) + 1} npm start`;
    case 'EACCES':
      return `This user may not listen on port ${port}. Choose one above 1023:\n  PORT=4000 npm start`;
    default:
      return `This machine does not have the address ${address ?? 'that HOST names'}. Leave HOST out for 127.0.0.1, or set it to 0.0.0.0 for all addresses.`;
  }
}
