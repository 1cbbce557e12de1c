import { expect, test } from 'vitest';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { contacts } from '../testing/exchange-builders.ts';
import { publicHost } from '../testing/healthy-answers.ts';
import { answerFailure } from '../testing/fake-answers.ts';
import { stateOf, type RequirementRow } from '../testing/judge-requirement.ts';
import type { HostFacts, TlsFacts } from '../ports.ts';

const failedTls = (code: string, issuer = 'Example CA'): TlsFacts => ({
  protocol: 'TLSv1.3',
  sent: [{ subject: 'a', issuer, validFrom: 0, validTo: 0, names: [] }],
  trustedBy: null,
  failure: { code, message: code },
});
const withHosts = (...hosts: readonly HostFacts[]) => healthyEvidence({ hosts });
const mcp = publicHost('mcp.example.com');
const expired = answerFailure('tls', 'CERT_HAS_EXPIRED', 'certificate has expired');

const ROWS: readonly RequirementRow[] = [
  ['RS-38', 'healthy', healthyEvidence(), 'met'],
  ['RS-38', 'http on this machine', healthyEvidence({ url: 'http://127.0.0.1:3000/mcp' }), 'met'],
  ['RS-38', 'http on the network', healthyEvidence({ url: 'http://10.0.0.7/mcp' }), 'broken'],
  ['RS-38', 'http on the internet', healthyEvidence({ url: 'http://mcp.example.com/' }), 'broken'],
  [
    'RS-38',
    'an expired certificate',
    healthyEvidence({ first: contacts({ post: expired }) }),
    'broken',
  ],
  [
    'RS-38',
    'a sign-in server with a self-signed certificate',
    withHosts(
      mcp,
      publicHost('auth.example.com', { tls: failedTls('DEPTH_ZERO_SELF_SIGNED_CERT') }),
    ),
    'broken',
  ],
  [
    'RS-38',
    'a certificate that something here has signed anew',
    healthyEvidence({
      first: contacts({ post: expired }),
      hosts: [
        publicHost('mcp.example.com', {
          tls: failedTls('SELF_SIGNED_CERT_IN_CHAIN', 'Zscaler CA'),
        }),
      ],
    }),
    'not-seen',
  ],
  ['RS-38', 'no answer', healthyEvidence({ first: contacts({ post: 'refused' }) }), 'not-seen'],
];

test.each(ROWS)('%s: %s', (id, _, evidence, state) => {
  expect(stateOf(id, evidence)).toBe(state);
});
