import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'hostile-shell-characters',
  title: 'Shell characters in an address',
  breaks: 'Nothing that a specification forbids: the sign-in address holds what a shell would run.',
  expects: [],
  number: null,
  requirement: null,
  seenBy: 'probe',
  mutate: ({ authOrigin }) => ({
    serverMetadata: {
      authorization_endpoint: `${authOrigin}/authorize?a=1&calc.exe&$(id);id|id%60id%60`,
    },
  }),
});
