import { definePatient } from '../patient.ts';
import { refused } from '../oauth-reply.ts';

const REFUSAL = refused('invalid_token', 'An initial access token is required.', 401);

export const patient = definePatient({
  name: 'registration-wants-token',
  title: 'Registration wants a token',
  breaks: 'Only who brings an initial access token may register.',
  expects: ['F42'],
  number: 81,
  requirement: 'DR-16',
  seenBy: 'registration',
  mutate: () => ({
    auth: {
      registrationReply: {
        ...REFUSAL,
        headers: { ...REFUSAL.headers, 'www-authenticate': 'Bearer' },
      },
    },
  }),
});
