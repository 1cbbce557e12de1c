import { contactOf } from '../clients/replay/replay.ts';
import { defineTargetMode } from '../model/mode.ts';

/** F10: the TLS connection fails before any request. */
export const mode = defineTargetMode({
  code: 'F10',
  title: 'The server’s certificate is not accepted',
  explanation:
    'The secure connection fails before the first request, so no client gets any further: the certificate is expired, self-signed, for another name, or its chain is incomplete.',
  whatToDo:
    'Serve the full chain (certificate and intermediates) of a public certificate authority for exactly this name. A browser may still open the page, because browsers fetch missing intermediates; Claude does not. If a company proxy re-signs traffic here, check again from another network.',
  step: 'reach',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['RS-38'],
  references: ['https://github.com/anthropics/claude-ai-mcp/issues/214'],
  needs: ['url', 'first'],
  judge: ({ url, first }) => {
    const { outcome } = contactOf(first);
    if (outcome.kind !== 'failure' || outcome.failure !== 'tls') return [];
    const host = new URL(url).host;
    return [
      {
        title: `The certificate of ${host} is not accepted`,
        detail: `Here it says: ${outcome.message} (${outcome.code}).`,
        evidence: [{ kind: 'tls', host, problem: outcome.code, note: outcome.message }],
      },
    ];
  },
});
