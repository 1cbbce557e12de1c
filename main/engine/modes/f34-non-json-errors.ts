import { askedByClients } from '../clients/replay/server-problem.ts';
import { asksForSignIn } from '../probe/challenge-of.ts';
import type { Exchange } from '../model/evidence.ts';
import { defineTargetMode } from '../model/mode.ts';
import { headerOf } from '../probe/header.ts';
import { httpEvidence } from './evidence/http-evidence.ts';
import { serverInUse } from './evidence/server-in-use.ts';

/** F34: errors come as web pages where clients expect JSON. */
export const mode = defineTargetMode({
  code: 'F34',
  title: 'Errors come as web pages, not as JSON',
  explanation:
    'Clients read the error of an OAuth endpoint as JSON. Claude Code before 2.1.119 and mcp-remote then show “Invalid OAuth error response: SyntaxError” with the page behind it, instead of what is wrong.',
  whatToDo:
    'Answer errors under /.well-known/ and at the token endpoint as JSON with the member error.',
  step: 'server-metadata',
  severity: 'advice',
  category: 'deployment',
  confidence: 'likely',
  clients: ['claude-code', 'mcp-remote'],
  requirements: [],
  followsFrom: ['F81'],
  references: [
    'https://github.com/taylorwilsdon/google_workspace_mcp/issues/382',
    'https://datatracker.ietf.org/doc/html/rfc6749#section-5.2',
  ],
  needs: ['url', 'first', 'resourceMetadata', 'authorizationServers'],
  judge: (evidence) => {
    if (!asksForSignIn(evidence.first)) return [];
    const server = serverInUse(evidence);
    const token = [server?.endpoints?.token].filter((one) => one != null).filter(isErrorPage);
    const asked = [...evidence.resourceMetadata, ...askedByClients(server?.attempts ?? [])];
    const documents = asked.flatMap(({ exchanges }) => exchanges.slice(-1)).filter(isErrorPage);
    const pages = [...token, ...documents];
    const [first] = pages;
    if (first === undefined) return [];
    return [
      {
        detail: `Seen here: ${first.request.url} answers ${statusWords(first)} with a page.`,
        // A metadata address that is missing is passed over by its status alone.
        severity: token.length > 0 ? 'warning' : 'advice',
        evidence: unique(pages).map((one) => httpEvidence(one, 'an error as a web page')),
      },
    ];
  },
});

/** 401 and 403 are a login (F25). */
function isErrorPage({ outcome }: Exchange): boolean {
  if (outcome.kind === 'failure') return false;
  const { status, headers, body } = outcome.response;
  if (status < 400 || status === 401 || status === 403) return false;
  const type = headerOf(headers, 'content-type') ?? '';
  return type.startsWith('text/html') || /^\s*</.test(body);
}

function statusWords({ outcome }: Exchange): string {
  return outcome.kind === 'failure' ? 'nothing' : String(outcome.response.status);
}

/** The address that the 401 names is often a well-known one as well. */
function unique(exchanges: readonly Exchange[]): readonly Exchange[] {
  return exchanges.filter((one, at, all) => all.findIndex(({ id }) => id === one.id) === at);
}
