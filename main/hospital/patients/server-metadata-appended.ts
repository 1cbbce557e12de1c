import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'server-metadata-appended',
  title: 'Appended in place of inserted',
  breaks:
    'For an issuer with a path the document lies behind the path, while RFC 8414 puts it between host and path.',
  expects: ['F28'],
  number: 53,
  requirement: 'AS-02',
  seenBy: 'probe',
  mutate: ({ authOrigin }) => ({
    issuer: `${authOrigin}/tenant`,
    serverMetadataAt: ['/tenant/.well-known/oauth-authorization-server'],
  }),
});
