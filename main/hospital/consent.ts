import type { Answer, Ask } from './message.ts';
import type { Memory } from './memory.ts';
import { escaped, pageWith } from './page.ts';
import type { Setup } from './setup.ts';

/** What the user says to a request: yes, no, or nothing yet. */
export type Decision = 'agreed' | 'denied' | 'open';

/**
 * Whether the user lets the client in. Where nobody is asked, everybody agrees; a form that was sent
 * answers with its button.
 */
export function decisionOn({ auth }: Setup, memory: Memory, ask: Ask): Decision {
  if (ask.method === 'POST') {
    return new URLSearchParams(ask.body).get('decision') === 'allow' ? 'agreed' : 'denied';
  }
  if (auth.consent === undefined) return 'agreed';
  return auth.consent === 'first-client-only' && memory.agreed.size > 0 ? 'agreed' : 'open';
}

/**
 * The page on which a user lets a client in or not. It says where the answer goes (CI-08), and posts
 * to its own address, so that the request stays as it was.
 */
export function consentPage(setup: Setup, redirectUri: string): Answer {
  const { protocol, host } = new URL(redirectUri);
  const form =
    `<p>The answer goes to ${escaped(host === '' ? protocol : host)}.</p><form method="post">` +
    '<button name="decision" value="allow">Allow</button>' +
    '<button name="decision" value="deny">Deny</button></form>';
  return pageWith(setup, 'Let this client in?', form);
}
