/** Phrases of tutorials and default configurations; whoever looks for a way in tries them first. */
const wellKnown =
  /change.?(me|this|it)|(your|my|super|very|long|default|random|jwt|token|a).?(string.?)?secret|your.?256|at.least.256|placeholder|example|password|passw0rd|phoi.?hop|letmein|qwerty|(0123456789|1234567890|abcdefghij)/i;

/** Why a secret must not sign tokens, in a few words; `undefined` when nothing speaks against it. */
export function weaknessOf(secret: string): string | undefined {
  if (Buffer.byteLength(secret) < 32) return 'it is shorter than 32 bytes';
  if (wellKnown.test(secret)) return 'it contains a phrase that everybody tries first';
  if (new Set(secret).size < 12) return 'it repeats too few characters';
  return undefined;
}
