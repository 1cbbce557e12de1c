import { describe, expect, test } from 'vitest';
import { Secret } from '../../secrets/secret.ts';
import { ISSUER } from '../../testing/exchange-builders.ts';
import { answerJson } from '../../testing/fake-answers.ts';
import { startTrace, type TraceRigOptions } from '../../testing/trace-rig.ts';

const REGISTER = `POST ${ISSUER}/register`;

async function traced(options: TraceRigOptions) {
  const rig = startTrace(options);
  const { file } = await rig.result;
  return { ports: rig.ports, trace: file.evidence.signIn!.trace! };
}

describe('the id of a client', () => {
  test('D13: comes from a registration where none is given, with the server’s refusal said', async () => {
    const { trace } = await traced({
      routes: { [REGISTER]: answerJson({ error: 'access_denied' }, 403) },
    });
    expect(trace.end).toBe('never started');
    expect(trace.neverStarted).toMatchObject({ step: 'registration' });
    expect(trace.neverStarted?.why).toContain('refused the registration with 403 (access_denied)');
  });

  test.each([
    ['claude-code', 'raw+id:raw+secret'],
    ['python-sdk', 'raw%2Bid:raw%2Bsecret'],
  ] as const)('TK-21: %s sends a given id and secret as %s', async (as, expected) => {
    const metadata = `GET ${ISSUER}/.well-known/oauth-authorization-server`;
    const client = { id: 'raw+id', secret: new Secret('raw+secret') };
    const { ports } = await traced({
      request: { as, client },
      routes: { [metadata]: answerJson(documentOf({})) },
    });
    const basics = ports.http.requests.flatMap(({ headers }) =>
      headers.filter(([, value]) => value.startsWith('Basic ')).map(([, value]) => value),
    );
    expect(basics.map((one) => atob(one.slice(6)))).toContain(expected);
  });
});

function documentOf(changes: object) {
  return {
    issuer: ISSUER,
    authorization_endpoint: `${ISSUER}/authorize`,
    token_endpoint: `${ISSUER}/token`,
    registration_endpoint: `${ISSUER}/register`,
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'none'],
    ...changes,
  };
}
