import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Json } from './message.ts';
import type { Names } from './names.ts';
import type { Patient } from './patient.ts';
import { PATIENTS } from './patients/index.generated.ts';
import { startPatient, type RunningPatient } from './start-patient.ts';
import { rpc, send } from './testing/send.ts';

const PRM = '/.well-known/oauth-protected-resource/mcp';
const PRM_ROOT = '/.well-known/oauth-protected-resource';
const META = '/.well-known/oauth-authorization-server';

/** What is looked at: side, path, and a member of the JSON, `status`, `type` or `challenge`. */
const FIRST = 'post /mcp status';
const CHALLENGE = 'post /mcp challenge';
const PRM_STATUS = `mcp ${PRM} status`;
const RESOURCE = `mcp ${PRM} resource`;
const SERVERS = `mcp ${PRM} authorization_servers`;
const META_STATUS = `auth ${META} status`;
const ISSUER = `auth ${META} issuer`;
const PKCE = `auth ${META} code_challenge_methods_supported`;
const REGISTRATION = `auth ${META} registration_endpoint`;

const GOOD = `Bearer resource_metadata="{mcp}${PRM}", scope="mcp:tools"`;
const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json';

/** Patient, where to look, what is seen there, what the healthy pair shows in the same place. */
type Row = readonly [patient: string, look: string, sick: Json, healthy: Json];

const ROWS: readonly Row[] = [
  ['challenge-missing', FIRST, 401, 401],
  ['challenge-missing', CHALLENGE, null, GOOD],
  ['challenge-bare', CHALLENGE, 'Bearer', GOOD],
  ['challenge-403', FIRST, 403, 401],
  ['challenge-400', FIRST, 400, 401],
  ['challenge-200-rpc-error', FIRST, 200, 401],
  [
    'challenge-200-rpc-error',
    'post /mcp error',
    { code: -32001, message: 'Unauthorized' },
    'unauthorized',
  ],
  ['challenge-302-login', FIRST, 302, 401],
  ['challenge-302-login', 'mcp /login type', HTML, JSON_TYPE],
  ['challenge-relative', CHALLENGE, `Bearer resource_metadata="${PRM}"`, GOOD],
  ['challenge-unquoted', CHALLENGE, `Bearer resource_metadata={mcp}${PRM}`, GOOD],
  ['challenge-resource-parameter', CHALLENGE, `Bearer resource="{mcp}${PRM}"`, GOOD],
  ['challenge-realm-only', CHALLENGE, 'Bearer realm="mcp"', GOOD],
  ['challenge-names-server-document', CHALLENGE, `Bearer resource_metadata="{auth}${META}"`, GOOD],
  ['challenge-names-server-document', PRM_STATUS, 200, 200],
  ['resource-metadata-missing', PRM_STATUS, 404, 200],
  ['resource-metadata-missing', `mcp ${PRM_ROOT} status`, 404, 200],
  ['resource-metadata-only-root', PRM_STATUS, 404, 200],
  ['resource-metadata-only-root', `mcp ${PRM_ROOT} status`, 200, 200],
  ['resource-metadata-appended', PRM_STATUS, 404, 200],
  ['resource-metadata-appended', `mcp /mcp${PRM_ROOT} status`, 200, 404],
  ['resource-metadata-401', PRM_STATUS, 401, 200],
  ['resource-metadata-302-login', PRM_STATUS, 302, 200],
  ['resource-metadata-html', PRM_STATUS, 200, 200],
  ['resource-metadata-html', `mcp ${PRM} type`, HTML, JSON_TYPE],
  ['resource-trailing-slash', RESOURCE, '{mcp}/mcp/', '{mcp}/mcp'],
  ['resource-parent', RESOURCE, '{mcp}', '{mcp}/mcp'],
  ['resource-http-behind-tls', RESOURCE, 'http://mcp.acme.example/mcp', '{mcp}/mcp'],
  ['resource-other-host', RESOURCE, 'https://mcp-backend.internal.example/mcp', '{mcp}/mcp'],
  ['resource-sibling', RESOURCE, '{mcp}/other', '{mcp}/mcp'],
  ['servers-missing', SERVERS, null, ['{auth}']],
  ['servers-empty', SERVERS, [], ['{auth}']],
  ['servers-string', SERVERS, '{auth}', ['{auth}']],
  ['servers-first-dead', SERVERS, ['{dead}', '{auth}'], ['{auth}']],
  ['server-metadata-missing', META_STATUS, 404, 200],
  ['server-metadata-missing', 'auth /.well-known/openid-configuration status', 404, 404],
  ['server-metadata-appended', SERVERS, ['{auth}/tenant'], ['{auth}']],
  ['server-metadata-appended', `auth ${META}/tenant status`, 404, 404],
  ['server-metadata-appended', `auth /tenant${META} issuer`, '{auth}/tenant', null],
  ['server-metadata-html-first', `auth ${META} type`, HTML, JSON_TYPE],
  ['server-metadata-html-first', 'auth /.well-known/openid-configuration issuer', '{auth}', null],
  ['server-metadata-500-first', META_STATUS, 500, 200],
  [
    'server-metadata-500-first',
    'auth /.well-known/openid-configuration jwks_uri',
    '{auth}/keys',
    null,
  ],
  ['path-fallback', PRM_STATUS, 404, 200],
  ['path-fallback', `auth ${META}/mcp issuer`, '{mcp}/mcp', null],
  ['path-fallback', META_STATUS, 404, 200],
  ['path-fallback', 'auth /authorize status', 404, 400],
  ['no-metadata-at-all', PRM_STATUS, 404, 200],
  ['no-metadata-at-all', META_STATUS, 404, 200],
  ['no-metadata-at-all', 'auth /authorize status', 404, 400],
  ['issuer-slash-in-metadata', ISSUER, '{auth}/', '{auth}'],
  ['issuer-slash-in-metadata', SERVERS, ['{auth}'], ['{auth}']],
  ['issuer-slash-in-resource-metadata', SERVERS, ['{auth}/'], ['{auth}']],
  ['issuer-slash-in-resource-metadata', ISSUER, '{auth}', '{auth}'],
  ['issuer-foreign', ISSUER, 'https://login.elsewhere.example', '{auth}'],
  [
    'hostile-text',
    ISSUER,
    'https://x.example/"><img src=x onerror="document.title=1"><script data-planted>',
    '{auth}',
  ],
  ['issuer-wrong-case', SERVERS, ['{auth}/tenant'], ['{auth}']],
  ['issuer-wrong-case', `auth ${META}/tenant issuer`, '{auth}/Tenant', null],
  ['pkce-not-listed', PKCE, null, ['S256']],
  ['pkce-plain-only', PKCE, ['plain'], ['S256']],
  ['registration-missing', REGISTRATION, null, '{auth}/register'],
  ['registration-missing', 'auth /register status', 404, 405],
  ['event-stream-only', FIRST, 405, 401],
  ['event-stream-only', 'mcp /mcp challenge', GOOD, GOOD],
  ['claude-code-11814', FIRST, 405, 401],
  ['claude-code-11814', 'post /mcp detail', 'Method Not Allowed', null],
  ['claude-code-11814', 'mcp /mcp status', 401, 401],
  [
    'claude-code-11814',
    'mcp /mcp challenge',
    `Bearer realm="mcp", resource_metadata="{auth}${META}"`,
    GOOD,
  ],
  ['claude-code-11814', `mcp ${PRM} error`, 'not_found', null],
  ['claude-code-11814', `mcp ${PRM_ROOT} error`, 'not_found', null],
  ['claude-code-11814', ISSUER, 'https://mcp.acme.example:8383', '{auth}'],
];

/** network.test.ts looks at these: what breaks is no document. */
const isNetwork = ({ name }: Patient) => name.startsWith('network-');
const ALL: readonly Patient[] = PATIENTS;

async function seen(patient: RunningPatient, look: string): Promise<Json> {
  const [side, where, what] = look.split(' ');
  const origin = side === 'auth' ? patient.names.authOrigin : patient.names.mcpOrigin;
  const answer = await send(patient, `${origin}${where}`, side === 'post' ? rpc('initialize') : {});
  if (what === 'status') return answer.status;
  if (what === 'type') return answer.headers['content-type'] ?? null;
  if (what === 'challenge') return answer.headers['www-authenticate'] ?? null;
  return answer.json?.[what ?? ''] ?? null;
}

function named(value: Json, { mcpOrigin, authOrigin, deadOrigin }: Names): Json {
  const text = JSON.stringify(value)
    .replaceAll('{mcp}', mcpOrigin)
    .replaceAll('{auth}', authOrigin)
    .replaceAll('{dead}', deadOrigin);
  return JSON.parse(text) as Json;
}

describe('the break of each patient is seen on the wire', () => {
  test.each(ROWS)('%s: %s', async (name, look, sick, healthy) => {
    const setting = ALL.find((one) => one.name === name)?.setting ?? {};
    const patient = await startPatient(name);
    const other = await startPatient('healthy', setting);
    try {
      expect(await seen(patient, look)).toEqual(named(sick, patient.names));
      expect(await seen(other, look)).toEqual(named(healthy, other.names));
    } finally {
      await Promise.all([patient.close(), other.close()]);
    }
  });

  test('every patient has a row that tells it from the healthy pair', () => {
    const told = ROWS.filter(
      ([, , sick, healthy]) => JSON.stringify(sick) !== JSON.stringify(healthy),
    );
    const names = ALL.filter((one) => one.name !== 'healthy' && !isNetwork(one));
    expect([...new Set(told.map(([name]) => name))].sort()).toEqual(
      names.map((one) => one.name).sort(),
    );
  });
});

describe('the list of patients', () => {
  test('each is named like its file', async () => {
    const files = await readdir(path.join(import.meta.dirname, 'patients'));
    const stems = files
      .filter((file) => !file.includes('generated'))
      .map((file) => file.slice(0, -3));
    expect(ALL.map((one) => one.name).sort()).toEqual(stems.sort());
  });

  test('each says in one sentence what it breaks', () => {
    for (const one of ALL) expect(one.breaks).toMatch(/^[A-Za-z10][^.]*(\.[^ ]|[^.])*\.$/);
  });

  test('only those with nothing wrong expect nothing', () => {
    const well = ALL.filter((one) => one.expects.length === 0).map((one) => one.name);
    expect(well).toEqual(['event-stream-only', 'healthy', 'network-slow']);
  });
});
