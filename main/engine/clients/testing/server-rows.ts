import {
  attempt,
  missing,
  openidDocument,
  PAGE,
  serverDocument,
  withServer,
} from '../../testing/evidence-builders.ts';
import { ISSUER } from '../../testing/exchange-builders.ts';
import { guessing, issuers, server, type LabRow } from './lab.ts';

const TENANT = `${ISSUER}/tenant`;
const OPENID = openidDocument();
const without = (member: string) =>
  server(missing('oauth'), attempt('oidc', openidDocument({ [member]: undefined })));

/** What is wrong with the authorization server's metadata. */
export const SERVER_ROWS: readonly LabRow[] = [
  [
    'issuer with a slash, resource metadata without',
    issuers(ISSUER, `${ISSUER}/`),
    'ok',
    'fails',
    'fails',
  ],
  [
    'resource metadata with a slash, issuer without',
    issuers(`${ISSUER}/`, ISSUER),
    'ok',
    'ok',
    'fails',
  ],
  ['issuer of another host', issuers(ISSUER, 'https://x.example'), 'ok', 'fails', 'fails'],
  [
    'issuer with a path, metadata at the root',
    guessing(TENANT, [
      missing('oauth'),
      missing('oidc'),
      missing('oidc-appended'),
      attempt('oauth-root', serverDocument({ issuer: TENANT })),
    ]),
    'ok*',
    'ok*',
    'fails',
  ],
  [
    'issuer with a path, OAuth metadata appended',
    guessing(TENANT, [missing('oauth'), missing('oidc'), missing('oidc-appended')]),
    'ok*',
    'ok*',
    'fails',
  ],
  [
    'issuer with a path, OpenID appended',
    guessing(TENANT, [
      missing('oauth'),
      missing('oidc'),
      attempt('oidc-appended', openidDocument({ issuer: TENANT })),
    ]),
    'ok',
  ],
  [
    'OAuth address a page, OpenID good',
    server(missing('oauth', PAGE), attempt('oidc', OPENID)),
    'fails',
    'fails',
    'ok',
  ],
  [
    'OAuth address 500, OpenID good',
    server(missing('oauth', 500), attempt('oidc', OPENID)),
    'fails',
  ],
  ['OpenID without jwks_uri', without('jwks_uri'), 'fails', 'fails', 'ok'],
  [
    'OpenID without subject_types_supported',
    without('subject_types_supported'),
    'fails',
    'fails',
    'ok',
  ],
  [
    'OpenID without id_token_signing_alg_values_supported',
    without('id_token_signing_alg_values_supported'),
    'fails',
    'fails',
    'ok',
  ],
  [
    'no response_types_supported',
    withServer({ response_types_supported: undefined }),
    'fails',
    'fails',
    'ok',
  ],
  ['PKCE not announced', withServer({ code_challenge_methods_supported: undefined }), 'ok'],
  [
    'PKCE plain only',
    withServer({ code_challenge_methods_supported: ['plain'] }),
    'fails',
    'fails',
    'ok',
  ],
  ['registration_endpoint null', withServer({ registration_endpoint: null }), 'fails'],
  ['registration_endpoint relative', withServer({ registration_endpoint: '/register' }), 'fails'],
  ['neither registration nor documents', withServer({ registration_endpoint: undefined }), 'fails'],
  [
    'metadata redirects to another origin',
    guessing(ISSUER, [
      missing('oauth', { kind: 'redirect', status: 302, to: 'https://x.example' }),
      missing('oidc'),
    ]),
    'ok*',
    'ok*',
    'fails',
  ],
  [
    'no metadata at all',
    guessing(ISSUER, [missing('oauth'), missing('oidc')]),
    'ok*',
    'ok*',
    'fails',
  ],
  ['metadata as text/plain', server(attempt('oauth', serverDocument())), 'ok'],
];
