import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'guard-ignores-origin',
  title: 'Any website may talk to it',
  breaks:
    'A page of any website is invited in, with the cookies of its user, since Origin is not looked at.',
  expects: ['F39'],
  number: 23,
  requirement: 'RS-32',
  seenBy: 'probe',
  mutate: () => ({ mcp: { originUnchecked: true } }),
});
