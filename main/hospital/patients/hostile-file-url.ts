import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'hostile-file-url',
  title: 'A file for an authorization server',
  breaks: 'The resource metadata names a local file as authorization server.',
  expects: ['F27'],
  number: null,
  requirement: 'PR-14',
  seenBy: 'probe',
  mutate: () => ({ resourceMetadata: { authorization_servers: ['file:///etc/passwd'] } }),
});
