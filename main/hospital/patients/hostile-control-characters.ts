import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'hostile-control-characters',
  title: 'Line breaks and NUL in a name',
  breaks: 'The resource has a line break with a header behind it and a NUL character in it.',
  expects: ['F26'],
  number: null,
  requirement: 'PR-08',
  seenBy: 'probe',
  mutate: ({ resource }) => ({
    resourceMetadata: { resource: `${resource}\r\nSet-Cookie: a=b\r\n\u0000` },
  }),
});
