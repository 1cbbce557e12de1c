import { looksLikeServerMetadata } from '../clients/replay/resource-metadata.ts';
import { isWrongDocument } from '../clients/replay/resource-problem.ts';
import { resourceMetadataAddresses } from '../probe/addresses.ts';
import { asksForSignIn, challengeOf } from '../probe/challenge-of.ts';
import { defineTargetMode } from '../model/mode.ts';
import { attemptEvidence } from './evidence/attempt-evidence.ts';
import { headerEvidence } from './evidence/header-evidence.ts';
import { mismatchEvidence } from './evidence/mismatch-evidence.ts';

/** F23: the case of anthropics/claude-code#11814. */
export const mode = defineTargetMode({
  code: 'F23',
  title: 'Your server sends Claude to the wrong document',
  explanation:
    'The 401 must name your protected resource metadata, and the document it names is none. Claude in the cloud stops here, so the tab stays blank. Claude Code guesses the right place where there is one, so the command line works.',
  whatToDo:
    'Serve protected resource metadata at the address below, and name it in the 401. It is a document of its own: it says which server this is (resource) and where to sign in (authorization_servers).',
  step: 'resource-metadata',
  severity: 'error',
  category: 'deployment',
  confidence: 'likely',
  clients: ['claude-hosted'],
  requirements: ['PR-07', 'PR-13'],
  references: [
    'https://github.com/anthropics/claude-code/issues/11814',
    'https://datatracker.ietf.org/doc/html/rfc9728#section-5.1',
    'https://claude.com/docs/connectors/building/authentication',
  ],
  needs: ['url', 'first', 'resourceMetadata'],
  judge: ({ url, first, resourceMetadata }) => {
    if (!asksForSignIn(first)) return [];
    const wrong = resourceMetadata.find((one) => one.place === 'header' && isWrongDocument(one));
    if (wrong?.json == null) return [];
    const right = resourceMetadataAddresses(url)[0]!.url;
    const what = looksLikeServerMetadata(wrong.json)
      ? 'the authorization server’s metadata'
      : 'another document';
    const challenge = challengeOf(first);
    return [
      {
        detail: `What it names is ${what}.`,
        snippet: snippet(right, url, wrong.json.issuer),
        evidence: [
          ...(challenge ? [headerEvidence(challenge.exchange, 'WWW-Authenticate')] : []),
          ...(wrong.url === right ? [] : [mismatchEvidence('resource_metadata', right, wrong.url)]),
          attemptEvidence(wrong),
        ],
      },
    ];
  },
});

function snippet(right: string, url: string, issuer: unknown): string {
  const server = typeof issuer === 'string' ? issuer : new URL(url).origin;
  const document = { resource: url, authorization_servers: [server] };
  return [
    `WWW-Authenticate: Bearer resource_metadata="${right}"`,
    '',
    `GET ${right}`,
    JSON.stringify(document, null, 2),
  ].join('\n');
}
