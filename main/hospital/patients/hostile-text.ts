import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'hostile-text',
  title: 'Markup where a name belongs',
  breaks: 'The issuer in the authorization server’s metadata is HTML with a script in it.',
  expects: ['F31'],
  number: null,
  requirement: null,
  seenBy: 'probe',
  mutate: () => ({
    serverMetadata: {
      issuer: 'https://x.example/"><img src=x onerror="document.title=1"><script data-planted>',
    },
  }),
});
