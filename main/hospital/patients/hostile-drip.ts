import { definePatient } from '../patient.ts';
import { ENDLESS } from '../endless.ts';
import { SERVER_METADATA_PATH } from '../names.ts';

export const patient = definePatient({
  name: 'hostile-drip',
  title: 'A document byte by byte',
  breaks: 'The server metadata comes one byte at a time, for ever.',
  expects: ['F13'],
  number: null,
  requirement: null,
  seenBy: 'probe',
  mutate: () => ({ authReplies: { [SERVER_METADATA_PATH]: ENDLESS } }),
});
