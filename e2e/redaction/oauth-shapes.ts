/** Forms in which secrets of OAuth stand in bodies, headers, addresses, logs and files. */
export interface OAuthShape {
  readonly name: string;
  /** @param secret 40 letters and digits, as servers make them */
  readonly text: (secret: string) => string;
}

const MEMBERS = [
  'access_token',
  'refresh_token',
  'id_token',
  'client_secret',
  'registration_access_token',
  'code',
  'code_verifier',
  'device_code',
  'client_assertion',
  'assertion',
  'subject_token',
  'actor_token',
  'id_token_hint',
  'login_hint_token',
  'logout_token',
  'password',
  'auth_req_id',
  'api_key',
  'private_key',
] as const;

type Member = (typeof MEMBERS)[number];

/** Ways in which a member and its value are written; each with every member. */
const WRITINGS: readonly (readonly [string, (member: Member, secret: string) => string])[] = [
  ['in a JSON answer', (m, s) => `{"token_type":"Bearer","${m}":"${s}","expires_in":3600}`],
  ['in indented JSON', (m, s) => `{\n  "scope": "a b",\n  "${m}" : "${s}"\n}`],
  ['in JSON inside JSON', (m, s) => `{"body":"{\\"${m}\\":\\"${s}\\",\\"x\\":1}"}`],
  ['in a form', (m, s) => `grant_type=authorization_code&${m}=${s}&client_id=abc`],
  ['in an address', (m, s) => `GET https://auth.example/cb?state=1&${m}=${s}&iss=x HTTP/1.1`],
  ['in a fragment', (m, s) => `https://app.example/#${m}=${s}&token_type=bearer`],
  ['in an encoded address', (m, s) => `return_to=https%3A%2F%2Fa.example%2F%3F${m}%3D${s}%26x%3D1`],
  ['in a console object', (m, s) => `{ token_type: 'Bearer', ${m}: '${s}', scope: 'a' }`],
  ['in an environment', (m, s) => `export ${m.toUpperCase()}=${s}`],
];

const MEMBER_SHAPES: readonly OAuthShape[] = WRITINGS.flatMap(([way, write]) =>
  MEMBERS.map((member) => ({
    name: `${member} ${way}`,
    text: (secret: string) => write(member, secret),
  })),
);

const base64 = (text: string) => Buffer.from(text).toString('base64');
const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');

const OTHERS: Readonly<Record<string, (secret: string) => string>> = {
  'Bearer in a header': (s) => `Authorization: Bearer ${s}`,
  'Bearer in lower case': (s) => `authorization: bearer ${s}`,
  'Bearer in a curl command': (s) => `curl -H 'Authorization: Bearer ${s}' https://a.example/mcp`,
  'Bearer in a JSON of headers': (s) => `{"headers":{"Authorization":"Bearer ${s}"}}`,
  'Bearer in a list of headers': (s) => `["Authorization", "Bearer ${s}"]`,
  'Basic in a header': (s) => `Authorization: Basic ${base64(`client:${s}`)}`,
  'DPoP in a header': (s) => `Authorization: DPoP ${s}`,
  'a DPoP proof': (s) => `DPoP: ${part({ typ: 'dpop+jwt' })}.${part({ jti: s })}.${s}`,
  'an API key header': (s) => `X-Api-Key: ${s}`,
  'a header of a proxy': (s) => `Proxy-Authorization: Basic ${base64(`user:${s}`)}`,
  'a cookie': (s) => `Cookie: theme=dark; session=${s}`,
  'a cookie that is set': (s) => `Set-Cookie: __Host-sid=${s}; Path=/; HttpOnly`,
  'a user in an address': (s) => `https://client:${s}@auth.example/token`,
  'a password alone in an address': (s) => `https://${s}@git.example/repo.git`,
  'curl -u': (s) => `curl -u client:${s} https://auth.example/token`,
  'an option of mcp-remote': (s) =>
    `npx mcp-remote https://a.example/mcp --header "Authorization: Bearer ${s}"`,
  'an option with JSON': (s) =>
    `--static-oauth-client-info '{"client_id":"a","client_secret":"${s}"}'`,
  'an option that is a secret': (s) => `--client-secret ${s}`,
  'an option with an equals sign': (s) => `--client-secret=${s}`,
  '.npmrc': (s) => `//registry.npmjs.org/:_authToken=${s}`,
  '.netrc': (s) => `machine auth.example login me password ${s}`,
  'a JWT': (s) => `${part({ alg: 'RS256' })}.${part({ sub: s })}.${s}`,
  'a JWT that was cut off': (s) =>
    `token ${part({ alg: 'RS256' })}.${part({ sub: s }).slice(0, 30)}`,
  'a JWE': (s) => `${part({ alg: 'dir', enc: 'A256GCM' })}..${s}.${s}.${s}`,
  'a PASETO': (s) => `v4.public.${s}`,
  'a private key': (s) => `-----BEGIN PRIVATE KEY-----\n${s}\n-----END PRIVATE KEY-----`,
  'a private key in JSON': (s) =>
    `"key":"-----BEGIN RSA PRIVATE KEY-----\\n${s}\\n-----END RSA PRIVATE KEY-----"`,
  'a JWK': (s) => `{"kty":"oct","k":"${s}"}`,
  'a private JWK': (s) => `{"kty":"EC","crv":"P-256","d":"${s}"}`,
  'a log line of Claude Code': (s) =>
    `{"debug":"HTTP Connection error: {\\"headers\\":{\\"Authorization\\":\\"Bearer ${s}\\"}}","timestamp":"2026-01-01T00:00:00Z"}`,
  'a log line of mcp-remote': (s) => `[54792] Auth code received: ${s}`,
  'a log line of Claude Desktop': (s) =>
    `2026-01-01T00:00:00.000Z [info] [acme] Message from client: {"params":{"accessToken":"${s}"}}`,
  'a header over two lines': (s) => `Authorization:\n  Bearer ${s}`,
  'a value over two lines': (s) => `Authorization: Bearer ${s}${s.slice(0, 20)}\n${s.slice(20)}`,
  'a percent-encoded form': (s) => `body=client_secret%3D${s}%26grant_type%3Drefresh_token`,
  'twice percent-encoded': (s) => `u=https%253A%252F%252Fa%252F%253Faccess_token%253D${s}`,
  'a Base64 of a header': (s) => `raw: ${base64(`Authorization: Bearer ${s}`)}`,
  'a SAML answer': (s) => `SAMLResponse=${base64(`<Response ID="${s}">`)}`,
  'an HTML form': (s) => `<input type="hidden" name="code" value="${s}">`,
  'a form_post page': (s) => `<input name='id_token' value='${s}'/>`,
  YAML: (s) => `oauth:\n  client_secret: ${s}\n`,
  TOML: (s) => `[oauth]\nclient_secret = "${s}"\n`,
  INI: (s) => `client_secret = ${s}`,
  'a Python dict': (s) => `{'access_token': '${s}', 'expires_in': 3600}`,
  'a Ruby hash': (s) => `{:access_token=>"${s}"}`,
  'a Go struct': (s) => `{AccessToken:${s} TokenType:Bearer Expiry:0}`,
  'camel case': (s) => `refreshToken: "${s}"`,
  'a sentence': (s) => `invalid_grant: the refresh token ${s} has expired`,
  'an error with the code in it': (s) => `The code ${s} was already used.`,
  'a query in a log of nginx': (s) => `1.2.3.4 - - [x] "GET /cb?code=${s}&state=1 HTTP/1.1" 302 0`,
};

/** More than two hundred of them. */
export const OAUTH_SHAPES: readonly OAuthShape[] = [
  ...MEMBER_SHAPES,
  ...Object.entries(OTHERS).map(([name, text]) => ({ name, text })),
];
