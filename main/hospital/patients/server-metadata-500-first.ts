import { definePatient } from '../patient.ts';
import { OPENID_METADATA_PATH, SERVER_METADATA_PATH } from '../names.ts';
import { json } from '../reply.ts';

export const patient = definePatient({
  name: 'server-metadata-500-first',
  title: 'An error before the good document',
  breaks: 'The OAuth address answers 500, so clients stop before the good OpenID document.',
  expects: ['F28'],
  number: 55,
  requirement: 'AS-06',
  seenBy: 'probe',
  mutate: () => ({
    authReplies: { [SERVER_METADATA_PATH]: json(500, { error: 'server_error' }) },
    openidAt: [OPENID_METADATA_PATH],
  }),
});
