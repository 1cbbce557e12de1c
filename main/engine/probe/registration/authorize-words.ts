import { visible } from '../../redact/visible.ts';
import type { AuthorizeOutcome } from './authorize-outcome.ts';

/**
 * An answer of a sign-in page in words, as the end of a sentence such as “it answered …”. The
 * server's own words are made visible; secrets are masked where the report is written (safety H13).
 */
export function authorizeWords(outcome: AuthorizeOutcome): string {
  switch (outcome.kind) {
    case 'page':
      return 'shows a sign-in page';
    case 'code':
      return 'sends a code back';
    case 'token':
      return 'sends a token back';
    case 'error-redirect':
      return `comes back with ${visible(outcome.said)}`;
    case 'bare-redirect':
      return 'comes back with neither code nor error';
    case 'refused':
    case 'server-error':
      return `answers ${outcome.status}${said(outcome.said)}`;
    case 'unclear':
      return 'gives no answer that tells';
  }
}

function said(text: string): string {
  return text === '' ? '' : ` (${visible(text)})`;
}
