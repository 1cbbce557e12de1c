import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-wants-json',
  title: 'The token endpoint wants JSON',
  breaks: 'A form is refused at the token endpoint; only JSON is read.',
  expects: ['F81'],
  number: 112,
  requirement: 'TK-02',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'failed' },
  mutate: () => ({ auth: { tokenWantsJson: true } }),
});
