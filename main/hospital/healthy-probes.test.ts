import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from './message.ts';
import type { PatientOptions } from './patient.ts';
import { startPatient, type RunningPatient } from './start-patient.ts';
import { form, send, type Received, type Sent } from './testing/send.ts';
import { FIRST, GOOD, JSON_TYPE, named, PRM, PRM_ROOT, seen } from './testing/wire-row.ts';

/** The two variants of the pair, and what each is to answer: all of it the same. */
const PAIRS: readonly (readonly [string, PatientOptions])[] = [
  ['two origins', {}],
  ['one origin', { oneOrigin: true }],
  ['two public-looking hosts', { tls: true, host: 'mcp.acme.example' }],
];

/** Where to look, and what is to be seen (spec-requirements 1.1 to 1.3). */
const ANSWERS: readonly (readonly [look: string, value: Json])[] = [
  [FIRST, 401],
  ['discover /mcp status', 401],
  ['discover /mcp @www-authenticate', GOOD],
  ['made-up /mcp status', 401],
  ['made-up /mcp @www-authenticate', `${GOOD}, error="invalid_token"`],
  ['odd-header /mcp status', 401],
  ['foreign /mcp status', 403],
  ['delete /mcp status', 401],
  ['mcp /mcp status', 401],
  ['list /mcp status', 401],
  ['post /mcp/ status', 404],
  ['post /mcp/ @content-type', JSON_TYPE],
  ['as-claude /mcp status', 401],
  ['as-python /mcp status', 401],
  ['post /mcp @access-control-allow-origin', '*'],
  ['post /mcp @access-control-expose-headers', 'WWW-Authenticate'],
  [`mcp /mcp${PRM_ROOT} status`, 404],
  [`mcp ${PRM}/ status`, 404],
  [`mcp ${PRM} @access-control-allow-origin`, '*'],
  ['auth-form /token status', 400],
  ['auth-form /token error', 'invalid_request'],
  ['auth-form /token @content-type', JSON_TYPE],
  ['auth-form /token @access-control-allow-origin', '*'],
];

const PREFLIGHT: Sent = {
  method: 'OPTIONS',
  headers: {
    origin: 'https://inspector.example',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type,mcp-protocol-version',
  },
};

function allowed({ headers }: Received, what: 'methods' | 'headers'): string[] {
  return headers[`access-control-allow-${what}`]?.split(', ') ?? [];
}

describe.each(PAIRS)('the healthy pair on %s answers a prober as it should', (_, options) => {
  let patient: RunningPatient;
  beforeAll(async () => {
    patient = await startPatient('healthy', options);
  });
  afterAll(() => patient.close());

  test.each(ANSWERS)('%s is %j', async (look, value) => {
    expect(await seen(patient, look)).toEqual(named(value, patient.names));
  });

  test.each(['/mcp', '/token', '/register', PRM])(
    'a preflight of %s is let through',
    async (at) => {
      const { mcpOrigin, authOrigin } = patient.names;
      const isOfMcp = at === '/mcp' || at === PRM;
      const answer = await send(patient, (isOfMcp ? mcpOrigin : authOrigin) + at, PREFLIGHT);
      expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([204, '*']);
      expect(allowed(answer, 'methods')).toContain(at === PRM ? 'GET' : 'POST');
      expect(allowed(answer, 'headers')).toEqual(
        expect.arrayContaining(['authorization', 'content-type', 'mcp-protocol-version']),
      );
    },
  );

  test('AS-26: a token that never was can be revoked', async () => {
    const url = `${patient.names.authOrigin}/revoke`;
    const sent = form({ token: 'made-up', token_type_hint: 'refresh_token', client_id: 'unknown' });
    expect((await send(patient, url, sent)).status).toBe(200);
  });
});
