import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-secret-with-plus',
  title: 'Secrets with special characters',
  breaks:
    'A client that asks for a secret gets one that has to be encoded, which many clients leave out.',
  expects: ['F81'],
  number: 126,
  requirement: 'TK-21',
  seenBy: 'sign-in',
  mutate: () => ({
    serverMetadata: { token_endpoint_auth_methods_supported: ['none', 'client_secret_basic'] },
    auth: {
      secrets: { to: 'who-asks', method: 'client_secret_basic', secret: 'made+up%2Fin:tests' },
    },
  }),
});
