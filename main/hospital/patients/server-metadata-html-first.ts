import { definePatient } from '../patient.ts';
import { OPENID_METADATA_PATH, SERVER_METADATA_PATH } from '../names.ts';
import { html } from '../reply.ts';

export const patient = definePatient({
  name: 'server-metadata-html-first',
  title: 'A page before the good document',
  breaks:
    'The OAuth address answers 200 with a page, so clients stop before the good OpenID document.',
  expects: ['F28'],
  number: 54,
  requirement: 'AS-06',
  seenBy: 'probe',
  mutate: () => ({
    authReplies: { [SERVER_METADATA_PATH]: html(200, 'Acme sign-in') },
    openidAt: [OPENID_METADATA_PATH],
  }),
});
