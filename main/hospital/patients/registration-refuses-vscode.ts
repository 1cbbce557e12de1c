import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-refuses-vscode',
  title: 'One of four redirects is refused',
  breaks: 'The redirect http://127.0.0.1/ is refused, and with it the whole set of VS Code.',
  expects: ['F43'],
  number: null,
  requirement: 'DR-10',
  seenBy: 'registration',
  mutate: () => ({ auth: { refusedRedirects: ['http://127.0.0.1/'] } }),
});
