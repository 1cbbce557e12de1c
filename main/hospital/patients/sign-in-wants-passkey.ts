import { definePatient } from '../patient.ts';
import { redirect } from '../reply.ts';
import { NEXT_PATH, pageOf } from '../sign-in-pages.ts';

/** Of zeros: nobody could sign in with what comes back. At a name, since no address has passkeys. */
const REQUEST = '{ publicKey: { challenge: new Uint8Array(32), timeout: 600000 } }';
const PAGE = pageOf(
  'Sign in',
  `<p>Use your passkey.</p><script>navigator.credentials.get(${REQUEST})</script>`,
);

export const patient = definePatient({
  name: 'sign-in-wants-passkey',
  title: 'The sign-in page wants a passkey',
  breaks: 'The sign-in page asks for a passkey and for nothing else.',
  expects: ['F69'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'passkey', outcome: 'failed' },
  setting: { aliases: true },
  mutate: ({ authAlias }) => ({
    auth: { signInPage: () => redirect(authAlias + NEXT_PATH) },
    authReplies: { [NEXT_PATH]: PAGE },
  }),
});
