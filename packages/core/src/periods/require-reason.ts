import { ProblemError } from '@phoihop/platform';
import { requiredText } from '../programs/input.js';

/**
 * Why something recorded is changed, as the person wrote, without blanks around it: to be kept in the audit trail.
 * @throws ProblemError REASON_REQUIRED where there is none; TEXT_LENGTH where it is longer than 500 characters.
 */
export function requireReason(text: string | null | undefined, field = 'input.reason'): string {
  if (!text?.trim()) throw new ProblemError('REASON_REQUIRED', { field });
  return requiredText(text, field, { maximum: 500 });
}
