import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'resource-scopes-null',
  title: 'Null in place of a list',
  breaks: 'scopes_supported is null, so TypeScript clients drop the whole document without a word.',
  expects: ['F16'],
  number: 43,
  requirement: 'PR-16',
  seenBy: 'probe',
  mutate: () => ({ resourceMetadataNulls: ['scopes_supported'] }),
});
