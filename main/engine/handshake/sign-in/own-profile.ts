import type { RegistrationProfile } from '../../model/client.ts';

const CALLBACK = 'http://127.0.0.1:49731/callback';

/**
 * How a program on an SDK registers, where the SDK leaves it to the program: as a native public client
 * that is called back on this machine (RFC 8252 §7.3, §8.4).
 */
export const OWN_PROFILE: RegistrationProfile = {
  body: {
    client_name: 'Unblank',
    redirect_uris: [CALLBACK],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
    application_type: 'native',
  },
  redirectUri: CALLBACK,
  clientIdDocument: null,
  basis: 'inferred',
  source: 'RFC 8252 §7.3',
};
