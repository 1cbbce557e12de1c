import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-answers-200',
  title: 'Registration answers 200',
  breaks: 'A registration that succeeds is answered 200, not 201.',
  expects: ['F42'],
  number: 70,
  requirement: 'DR-02',
  seenBy: 'registration',
  mutate: () => ({ auth: { registrationStatus: 200 } }),
});
