import { answerRedirect, answerText } from './fake-answers.ts';
import {
  attempt,
  healthyEvidence,
  missing,
  PAGE,
  serverDocument,
  UNASKED,
  withResource,
} from './evidence-builders.ts';
import { bearer, contacts, MCP_URL, OPEN } from './exchange-builders.ts';
import type { RequirementRow } from './judge-requirement.ts';
import { answering, challenged, META, NOWHERE, streamOnly } from './rs-samples.ts';

/** The challenge of the first requests: what each requirement comes to. */
export const CHALLENGE_ROWS: readonly RequirementRow[] = [
  ['RS-01', 'healthy', healthyEvidence(), 'met'],
  ['RS-01', 'only an event stream, whose GET is answered 401', streamOnly, 'met'],
  ['RS-01', '403', answering(403), 'broken'],
  ['RS-01', 'an error inside a 200', answering(answerText('{"error":{}}')), 'broken'],
  ['RS-01', 'a redirect to a login page', answering(answerRedirect('/login')), 'broken'],
  ['RS-01', 'a redirect that clients follow', answering(answerRedirect('/x', 307)), 'not-seen'],
  ['RS-01', 'no answer', answering('reset'), 'not-seen'],
  ['RS-01', 'a server that is down', answering(502), 'not-applicable'],
  ['RS-01', 'a server without sign-in', answering(OPEN), 'not-applicable'],

  ['RS-02', 'healthy', healthyEvidence(), 'met'],
  ['RS-02', 'no header', challenged(null), 'broken'],
  [
    'RS-02',
    'no header, and no 401 either',
    healthyEvidence({ first: contacts({ post: 403 }) }),
    'not-applicable',
  ],
  ['RS-02', 'no answer', answering('timeout'), 'not-seen'],

  ['RS-03', 'healthy', healthyEvidence(), 'met'],
  ['RS-03', 'only a realm', challenged('Bearer realm="x"'), 'broken'],
  ['RS-03', 'nothing but Bearer', challenged('Bearer'), 'broken'],
  ['RS-03', 'resource= in its place', challenged(`Bearer resource="${META}"`), 'broken'],
  ['RS-03', 'a relative name is a name', challenged('Bearer resource_metadata="/x"'), 'met'],
  ['RS-03', 'no header at all is RS-02', challenged(null), 'not-applicable'],

  ['RS-04', 'healthy', healthyEvidence(), 'met'],
  ['RS-04', 'only the well-known address', challenged(null), 'met'],
  ['RS-04', 'only the header', healthyEvidence(NOWHERE), 'met'],
  ['RS-04', 'neither', challenged('Bearer', NOWHERE), 'broken'],
  [
    'RS-04',
    'a login before the document is PR-06',
    challenged(null, { resourceMetadata: [missing('path', 401)] }),
    'not-applicable',
  ],
  [
    'RS-04',
    'a page in its place is PR-05',
    challenged(null, { resourceMetadata: [missing('path', PAGE)] }),
    'not-applicable',
  ],
  [
    'RS-04',
    'not asked',
    challenged(null, { resourceMetadata: [missing('path', UNASKED)] }),
    'not-seen',
  ],

  ['RS-05', 'healthy', healthyEvidence(), 'met'],
  ['RS-05', 'relative', challenged('Bearer resource_metadata="/meta"'), 'broken'],
  ['RS-05', 'http on an https server', challenged(bearer('http://mcp.example.com/meta')), 'broken'],
  ['RS-05', 'a file', challenged(bearer('file:///etc/passwd')), 'broken'],
  ['RS-05', 'without quotes', challenged(`Bearer resource_metadata=${META}`), 'broken'],
  ['RS-05', 'http on this machine', healthyEvidence({ url: 'http://127.0.0.1:1/mcp' }), 'met'],
  ['RS-05', 'no name is RS-03', challenged('Bearer realm="x"'), 'not-applicable'],

  ['RS-06', 'healthy', healthyEvidence(), 'met'],
  ['RS-06', 'Basic before Bearer', challenged(`Basic realm="x", ${bearer()}`), 'broken'],
  ['RS-06', 'spaces round =', challenged(`Bearer resource_metadata = "${META}"`), 'broken'],
  ['RS-06', 'capitals', challenged(`Bearer Resource_Metadata="${META}"`), 'broken'],
  ['RS-06', 'empty', challenged('Bearer resource_metadata=""'), 'broken'],
  ['RS-06', 'bearer in small letters', challenged(bearer().replace('B', 'b')), 'met'],
  [
    'RS-06',
    'a relative name is RS-05',
    challenged('Bearer resource_metadata="/x"'),
    'not-applicable',
  ],

  ['RS-07', 'a scope in the 401', challenged(`${bearer()}, scope="a"`), 'met'],
  [
    'RS-07',
    'none, and the metadata lists two',
    withResource({ scopes_supported: ['a', 'b'] }),
    'broken',
  ],
  [
    'RS-07',
    'none, and none anywhere (PR-17)',
    withResource({ scopes_supported: undefined }),
    'not-applicable',
  ],
  ['RS-07', 'none, and only one to choose', healthyEvidence(), 'not-applicable'],
  [
    'RS-07',
    'no challenge is RS-02',
    { ...withResource({ scopes_supported: ['a', 'b'] }), first: contacts() },
    'not-applicable',
  ],

  ['RS-08', 'healthy', healthyEvidence(), 'met'],
  ['RS-08', 'two scopes with a space', challenged(`${bearer()}, scope="a b:c"`), 'met'],
  ['RS-08', 'a comma', challenged(`${bearer()}, scope="a,b"`), 'broken'],
  [
    'RS-08',
    'a comma inside a scope that the metadata lists',
    {
      ...withResource({ scopes_supported: ['x,y'] }),
      first: contacts({ header: `${bearer()}, scope="x,y"` }),
    },
    'met',
  ],
  ['RS-08', 'a quotation mark', challenged(`${bearer()}, scope="a\\"b"`), 'broken'],
  ['RS-08', 'two spaces', challenged(`${bearer()}, scope="a  b"`), 'broken'],
  ['RS-08', 'an empty scope', challenged(`${bearer()}, scope=""`), 'broken'],
  ['RS-08', 'a realm that comes twice', challenged(`${bearer()}, realm="a", realm="b"`), 'broken'],

  ['RS-09', 'healthy', healthyEvidence(), 'met'],
  ['RS-09', 'an error without a token', challenged(`${bearer()}, error="invalid_token"`), 'broken'],

  ['RS-31', 'healthy', healthyEvidence(), 'met'],
  ['RS-31', 'in the challenge', challenged(`${bearer()}, scope="a offline_access"`), 'broken'],
  [
    'RS-31',
    'in the metadata',
    withResource({ scopes_supported: ['a', 'offline_access'] }),
    'broken',
  ],
  [
    'RS-31',
    'in a document of the authorization server, to which the 401 leads by mistake',
    healthyEvidence({
      resourceMetadata: [
        attempt('header', serverDocument({ scopes_supported: ['offline_access'] })),
      ],
    }),
    'met',
  ],
  [
    'RS-31',
    'a scope that only begins so',
    challenged(`${bearer()}, scope="offline_access2"`),
    'met',
  ],

  ['RS-35', 'healthy', healthyEvidence(), 'met'],
  ['RS-35', 'the newer request gets 400', answering(401, 400), 'broken'],
  ['RS-35', 'the older request gets 400', answering(400, 401), 'broken'],
  ['RS-35', 'neither is 401', answering(403), 'not-applicable'],
  ['RS-35', 'the newer request is put off', answering(401, 429), 'not-seen'],
  ['RS-35', 'the newer request gets no answer', answering(401, 'reset'), 'not-seen'],
  ['RS-35', 'only an event stream', streamOnly, 'not-applicable'],

  ['RS-36', 'healthy', healthyEvidence(), 'met'],
  [
    'RS-36',
    '308 to another origin',
    answering(answerRedirect('https://www.example.com/mcp', 308)),
    'broken',
  ],
  ['RS-36', '301 to the slash', answering(answerRedirect('/mcp/', 301)), 'broken'],
  [
    'RS-36',
    'a redirect that was followed',
    healthyEvidence({ first: contacts({ url: `${MCP_URL}/`, header: bearer() }) }),
    'met',
  ],
  ['RS-36', 'a login page is RS-01', answering(answerRedirect('/login')), 'not-applicable'],
  ['RS-36', 'no answer', answering('dns'), 'not-seen'],
];
