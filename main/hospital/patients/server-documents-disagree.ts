import { definePatient } from '../patient.ts';
import { OPENID_METADATA_PATH } from '../names.ts';

export const patient = definePatient({
  name: 'server-documents-disagree',
  title: 'Two documents that disagree',
  breaks:
    'The OAuth and the OpenID document name different token endpoints, and only one of them exists.',
  expects: ['F19'],
  number: 67,
  requirement: 'AS-21',
  seenBy: 'probe',
  mutate: ({ authOrigin }) => ({
    openidAt: [OPENID_METADATA_PATH],
    openidMetadata: { token_endpoint: `${authOrigin}/oauth/token` },
  }),
});
