import { contactOf, statusOf } from '../clients/replay/replay.ts';
import type { FirstContact } from '../model/evidence.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import { headerOf } from '../probe/header.ts';
import { httpEvidence } from './evidence/http-evidence.ts';

/** F114: a server refuses the transport that it does not speak with the wrong status. */
export const mode = defineTargetMode({
  code: 'F114',
  title: 'The refusal of a transport has the wrong status',
  explanation:
    'Clients find out which transport a server speaks by trying. A status other than the expected ones reads as a failure of the server, and they stop instead of trying the other way.',
  whatToDo:
    'Answer 405 to the method that the endpoint does not know: to POST where only SSE is offered, to GET where no stream is.',
  step: 'challenge',
  severity: 'warning',
  category: 'deployment',
  confidence: 'likely',
  clients: ['ts-sdk', 'claude-code', 'mcp-remote'],
  requirements: [],
  references: [
    'https://modelcontextprotocol.io/specification/2025-11-25/basic/transports',
    'https://github.com/modelcontextprotocol/typescript-sdk/issues/1635',
  ],
  needs: ['first'],
  judge: ({ first }) => [...postRefused(first), ...streamRefused(first)],
});

/** Statuses on which a client tries SSE instead (specification, backwards compatibility). */
const FALLS_BACK = new Set([400, 404, 405]);

function postRefused(first: FirstContact): readonly Occurrence[] {
  const status = statusOf(first.legacy);
  const refused = status !== null && status >= 300 && status !== 401 && !FALLS_BACK.has(status);
  if (!refused || !isStream(first)) return [];
  return [
    {
      detail: `The stream is there (GET: 200), and POST is answered ${status}; clients fall back to SSE only after 400, 404 or 405.`,
      severity: 'error',
      evidence: [
        httpEvidence(first.legacy, `POST: ${status}`),
        httpEvidence(first.stream, 'GET: 200, an event stream'),
      ],
    },
  ];
}

function isStream({ stream }: FirstContact): boolean {
  if (stream.outcome.kind !== 'response' || stream.outcome.response.status !== 200) return false;
  const type = headerOf(stream.outcome.response.headers, 'content-type') ?? '';
  return type.toLowerCase().startsWith('text/event-stream');
}

/** Only where the server is open: behind a 401 the stream was not seen. */
function streamRefused(first: FirstContact): readonly Occurrence[] {
  const status = statusOf(first.stream);
  const isOpen = statusOf(contactOf(first)) === 200;
  if (!isOpen || (status !== 404 && status !== 406)) return [];
  return [
    {
      title: 'A stream that is not offered has another status',
      detail: `GET is answered ${status}. Older versions of the TypeScript SDK stop at that; 405 says that there is no stream.`,
      severity: 'advice',
      confidence: 'possible',
      clients: ['ts-sdk'],
      evidence: [httpEvidence(first.stream, `GET: ${status}`)],
    },
  ];
}
