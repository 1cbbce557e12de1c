import { contactOf } from '../clients/replay/replay.ts';
import { defineTargetMode } from '../model/mode.ts';
import { factsOf } from '../probe/host-facts.ts';
import { isRefusedByInspection } from '../probe/inspecting-authority.ts';
import { tlsWords } from './words/tls-words.ts';
import { endingOccurrences, type EndingTexts } from './evidence/ending-occurrences.ts';

/** F10: the TLS connection to the MCP server fails before any request. */
export const mode = defineTargetMode({
  code: 'F10',
  title: 'The server’s certificate is not accepted',
  explanation:
    'The secure connection fails before the first request, so no client gets any further.',
  whatToDo:
    'Serve the full chain (certificate and intermediates) of a public certificate authority for exactly this name, over TLS 1.2 or newer. A browser may still open the page, because browsers fetch missing intermediates; Claude does not.',
  step: 'reach',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['RS-38'],
  references: ['https://github.com/anthropics/claude-ai-mcp/issues/214'],
  needs: ['url', 'first', 'hosts'],
  uses: ['signIn'],
  judge: ({ url, first, hosts, signIn }) => {
    const { outcome } = contactOf(first);
    if (outcome.kind !== 'failure' || outcome.failure !== 'tls')
      return signIn === null ? [] : endingOccurrences('F10', signIn, IN_BROWSER);
    const facts = factsOf(hosts, url);
    // Then it is not the server's certificate that was seen (F11).
    if (isRefusedByInspection(facts)) return [];
    const { host, hostname } = new URL(url);
    const { code, message } = outcome;
    return [
      {
        ...tlsWords(hostname, outcome, facts?.tls ?? null),
        evidence: [{ kind: 'tls', host, problem: code, note: message }],
      },
    ];
  },
});

const IN_BROWSER: EndingTexts = {
  certificate: {
    title: 'The browser refuses the sign-in page’s certificate',
    explanation:
      'A host on the way through the sign-in has a certificate that browsers do not accept. The user sees a warning in place of the page, or nothing.',
  },
};
