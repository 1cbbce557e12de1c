import { authorizationServer, mcpOrigin, serverDocument } from '../../testing/evidence-builders.ts';
import { ISSUER } from '../../testing/exchange-builders.ts';
import { answerJson, answerText } from '../../testing/fake-answers.ts';
import { registered, registrationAnswer, type LabRow } from './lab.ts';

const answered = (changes: Parameters<typeof registrationAnswer>[0], status = 201) =>
  registered(answerJson(registrationAnswer(changes), status));
const PAGE = answerText('<html>Access denied</html>', 403, [['Content-Type', 'text/html']]);
const REFUSED = answerJson({ error: 'invalid_redirect_uri', error_description: 'no' }, 400);
const SECRET = { token_endpoint_auth_method: 'client_secret_basic', client_secret: 'made-up' };
const noneOnly = serverDocument({ token_endpoint_auth_methods_supported: ['none'] });

/** What a registration is answered. */
export const REGISTRATION_ROWS: readonly LabRow[] = [
  ['200 instead of 201', answered({}, 200), 'ok'],
  ['no redirect_uris', answered({ redirect_uris: undefined }), 'fails', 'fails', 'ok'],
  ['client_secret null', answered({ client_secret: null }), 'fails', 'fails', 'ok'],
  ['client_uri empty', answered({ client_uri: '' }), 'fails', 'fails', 'ok'],
  ['client_id_issued_at a text', answered({ client_id_issued_at: '2026-11-23' }), 'fails'],
  ['a page with 403', registered(PAGE), 'fails'],
  ['400 invalid_redirect_uri', registered(REFUSED), 'fails'],
  [
    'basic and a secret, and the metadata lists none only',
    registered(answerJson(registrationAnswer(SECRET), 201), {
      authorizationServers: [mcpOrigin(), authorizationServer(ISSUER, noneOnly)],
    }),
    'fails',
    'fails',
    'ok',
  ],
];
