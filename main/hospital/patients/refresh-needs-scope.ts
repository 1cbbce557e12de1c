import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'refresh-needs-scope',
  title: 'A refresh has to name a scope',
  breaks: 'A refresh that names no scope is refused.',
  expects: ['F91'],
  number: 123,
  requirement: 'TK-24',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { refreshNeedsScope: true } }),
});
