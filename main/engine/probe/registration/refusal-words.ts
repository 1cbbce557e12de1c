import { statusOf } from '../../clients/replay/replay.ts';
import type { RegistrationAttempt } from '../../model/registration-evidence.ts';
import { visible } from '../../redact/visible.ts';

const LIMIT = 160;

/**
 * A refusal in words, such as `400 (invalid_redirect_uri: localhost not allowed)`. The server's own
 * words are cut and made visible; secrets are masked where the report is written (safety H13).
 */
export function refusalWords({ exchange, json }: RegistrationAttempt): string {
  const status = statusOf(exchange);
  if (status === null) return 'no answer';
  const said = [json?.error, json?.error_description].filter((one) => typeof one === 'string');
  if (said.length === 0) return String(status);
  const text = visible(said.join(': '));
  return `${status} (${text.length > LIMIT ? `${text.slice(0, LIMIT)}…` : text})`;
}
