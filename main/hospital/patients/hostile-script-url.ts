import { definePatient } from '../patient.ts';

/** Put together here, so that no script address stands in this repository (safety A6). */
const SCRIPT = ['javascript', 'alert(document.domain)//'].join(':');

export const patient = definePatient({
  name: 'hostile-script-url',
  title: 'A script for a sign-in page',
  breaks: 'The server metadata names a script as authorization endpoint.',
  expects: ['F17'],
  number: null,
  requirement: 'AS-09',
  seenBy: 'probe',
  mutate: () => ({
    serverMetadata: { authorization_endpoint: SCRIPT },
  }),
});
