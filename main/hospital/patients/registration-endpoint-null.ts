import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-endpoint-null',
  title: 'A registration endpoint that is null',
  breaks: 'registration_endpoint is null, so TypeScript clients refuse the whole document.',
  expects: ['F17'],
  number: 60,
  requirement: 'AS-20',
  seenBy: 'probe',
  mutate: () => ({ serverMetadataNulls: ['registration_endpoint'] }),
});
