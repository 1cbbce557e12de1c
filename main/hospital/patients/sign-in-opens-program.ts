import { definePatient } from '../patient.ts';
import { goTo, pageOf } from '../sign-in-pages.ts';

const PAGE = pageOf(
  'Opening the app',
  `<p>Return to the app.</p><script>${goTo('claude://claude.ai/mcp-auth-callback/sdk')}</script>`,
);

export const patient = definePatient({
  name: 'sign-in-opens-program',
  title: 'The sign-in leads to another program',
  breaks: 'The sign-in ends with an address of the Claude app, which is not the client that asked.',
  expects: ['F45'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'other-scheme', outcome: 'failed' },
  mutate: () => ({ auth: { signInPage: () => PAGE } }),
});
