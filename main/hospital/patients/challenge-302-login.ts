import { definePatient } from '../patient.ts';
import { html, redirect } from '../reply.ts';

export const patient = definePatient({
  name: 'challenge-302-login',
  title: '302 to a login page',
  breaks: 'A request without a token is sent to a login page for browsers in place of a 401.',
  expects: ['F21'],
  number: 5,
  requirement: 'RS-01',
  seenBy: 'probe',
  mutate: (names) => ({
    challenge: redirect(`${names.mcpOrigin}/login`),
    mcpReplies: { '/login': html(200, 'Sign in') },
  }),
});
