import type { ClientId } from '../../contract/words.ts';
import { statusOf } from '../clients/replay/replay.ts';
import {
  insistsOn,
  onlyTransportOf,
  type SpokenTransport,
} from '../clients/replay/spoken-transport.ts';
import { hasUnknownType } from '../clients/replay/unknown-type.ts';
import type { FirstContact, ServerEntry } from '../model/evidence.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import { fileEvidence } from './evidence/file-evidence.ts';
import { httpEvidence } from './evidence/http-evidence.ts';
import { quotedName } from './words/quoted-name.ts';

/** F113: an entry that names one transport for a server that speaks the other. */
export const mode = defineTargetMode({
  code: 'F113',
  title: 'The entry names the wrong transport',
  explanation:
    'The type in the configuration decides how the client speaks to the server. This server does not answer in the way that the entry names.',
  whatToDo: 'Change the type of the entry.',
  step: 'local',
  severity: 'error',
  category: 'deployment',
  confidence: 'likely',
  clients: ['claude-code', 'mcp-remote'],
  requirements: [],
  references: [
    'https://github.com/getsentry/sentry-mcp/issues/341',
    'https://github.com/ravitemer/mcp-hub/issues/107',
    'https://github.com/mark3labs/mcp-go/issues/377',
  ],
  needs: ['entries'],
  uses: ['first'],
  judge: ({ entries, first }) => [
    ...entries.filter(hasUnknownType).map(unknownType),
    ...(first === null ? [] : CASES.flatMap((wrong) => otherThanOffered(wrong, entries, first))),
  ],
});

/** Seen with 2.1.197 and 2.1.330. */
function unknownType(entry: ServerEntry): Occurrence {
  const type = quotedName(entry.declaredType ?? '');
  return {
    title: `The entry ${quotedName(entry.name)} has an unknown type`,
    explanation: `Claude Code knows no type ${type}, in capitals neither, and leaves the entry out: “unknown MCP server type”.`,
    whatToDo:
      'Write "http", "sse" or "ws" for an address, "stdio" for a command, in small letters.',
    confidence: 'certain',
    clients: ['claude-code'],
    evidence: [fileEvidence(entry)],
  };
}

function otherThanOffered(
  wrong: WrongCase,
  entries: readonly ServerEntry[],
  first: FirstContact,
): readonly Occurrence[] {
  const found = entries.filter((entry) => insistsOn(entry, wrong.named));
  const isOther = found.length > 0 && onlyTransportOf(first) === wrong.offered;
  return isOther ? [occurrence(wrong, found, first)] : [];
}

interface WrongCase {
  readonly named: SpokenTransport;
  readonly title: string;
  readonly detail: string;
  readonly whatToDo: string;
  readonly snippet: string;
  readonly offered: SpokenTransport;
  /** Seen without a token as well as it would be with one; otherwise a 401 stands before it. */
  readonly isCertain: (first: FirstContact) => boolean;
}

const CASES: readonly WrongCase[] = [
  {
    named: 'http',
    title: 'The entry says http; the server offers SSE',
    detail:
      'POST is not known at this address, and GET is: “Error POSTing to endpoint (HTTP 404)”. Claude Code 2.1.330 was seen to try the stream by itself; earlier versions stop.',
    whatToDo:
      'Set "type": "sse" (for mcp-remote --transport sse-only). Better for the server: offer Streamable HTTP; the SSE transport is deprecated since 2025-03-26.',
    snippet: '"type": "sse"',
    offered: 'sse',
    isCertain: (first) => statusOf(first.stream) === 200,
  },
  {
    named: 'sse',
    title: 'The entry says SSE; the server offers http',
    detail:
      'POST is answered at this address, and GET is not: “SSE error: Non-200 status code (405)”.',
    whatToDo: 'Set "type": "http" (for mcp-remote leave --transport out, or http-only).',
    snippet: '"type": "http"',
    offered: 'http',
    isCertain: (first) => statusOf(first.legacy) === 200 || statusOf(first.modern) === 200,
  },
];

function occurrence(
  wrong: WrongCase,
  entries: readonly ServerEntry[],
  first: FirstContact,
): Occurrence {
  const { title, detail, whatToDo, snippet } = wrong;
  const clients = entries.map((entry): ClientId =>
    entry.viaMcpRemote ? 'mcp-remote' : entry.client,
  );
  return {
    title,
    detail,
    whatToDo,
    snippet,
    severity: wrong.named === 'http' && !clients.includes('mcp-remote') ? 'warning' : 'error',
    confidence: wrong.isCertain(first) ? 'certain' : 'likely',
    clients: [...new Set(clients)],
    evidence: [
      httpEvidence(first.legacy, `POST: ${statusOf(first.legacy) ?? 'no answer'}`),
      httpEvidence(first.stream, `GET: ${statusOf(first.stream) ?? 'no answer'}`),
      ...entries.map(fileEvidence),
    ],
  };
}
