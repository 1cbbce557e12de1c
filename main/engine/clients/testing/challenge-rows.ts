import {
  attempt,
  healthyEvidence,
  missing,
  resourceDocument,
} from '../../testing/evidence-builders.ts';
import { bearer, contacts, MCP_URL, OPEN } from '../../testing/exchange-builders.ts';
import { answerRedirect, answerText } from '../../testing/fake-answers.ts';
import { documents, first, NOWHERE, type LabRow } from './lab.ts';

const ERROR = '{"jsonrpc":"2.0","id":0,"error":{"code":-32001,"message":"no token"}}';
const META = 'https://mcp.example.com/meta';
/** The document lies only where the 401 says, in the form given. */
const only = (header: string) =>
  documents([attempt('header', resourceDocument(), META), ...NOWHERE], header);

/** What stands in the answer to the first request. */
export const CHALLENGE_ROWS: readonly LabRow[] = [
  ['healthy', healthyEvidence(), 'ok'],
  ['401 bare, metadata at the path', first(401, null), 'ok'],
  [
    'metadata at the root only',
    documents([missing('path'), attempt('root', resourceDocument())], null),
    'ok',
  ],
  ['403 instead of 401', first(403), 'fails'],
  ['400 instead of 401', first(400), 'fails'],
  ['200 with a JSON-RPC error', first(answerText(ERROR)), 'fails'],
  ['302 instead of 401', first(answerRedirect('/login')), 'fails'],
  [
    'Basic before Bearer',
    only(`Basic realm="x", Bearer resource_metadata="${META}"`),
    'fails',
    'fails',
    'ok',
  ],
  ['space round the equals sign', only(`Bearer resource_metadata = "${META}"`), 'fails'],
  ['relative resource_metadata', only('Bearer resource_metadata="/meta"'), 'fails'],
  [
    'the 401 names a 404, well-known good',
    documents([
      missing('header'),
      attempt('path', resourceDocument()),
      attempt('root', resourceDocument()),
    ]),
    'fails',
    'fails',
    'ok',
  ],
  [
    '/mcp answers 307 to /mcp/, which asks for a sign-in',
    healthyEvidence({ first: contacts({ url: `${MCP_URL}/`, header: bearer() }) }),
    'ok',
  ],
  [
    '/mcp answers 308 to another origin',
    first(answerRedirect('https://x.example/mcp', 308), null),
    'fails',
  ],
  [
    'initialize is open, tools/list asks for a sign-in',
    healthyEvidence({ first: contacts({ post: OPEN }) }),
    'ok',
  ],
];
