import { answerRedirect, answerText } from './fake-answers.ts';
import { healthyEvidence } from './evidence-builders.ts';
import { bearer, contacts, exchange, MCP_URL, OPEN } from './exchange-builders.ts';
import type { RequirementRow } from './judge-requirement.ts';
import { corsWith, FOREIGN, open, probed, probes, streamOnly, wrongToken } from './rs-samples.ts';

/** The further first requests: what each requirement comes to. */
export const PROBE_ROWS: readonly RequirementRow[] = [
  ['RS-10', 'healthy', healthyEvidence(), 'met'],
  ['RS-10', 'a made-up token gets in', probed('made-up token', OPEN), 'broken'],
  ['RS-10', 'a made-up token crashes it', probed('made-up token', 500), 'broken'],
  ['RS-10', 'a made-up token is answered 403', probed('made-up token', 403), 'broken'],
  ['RS-10', 'it was not asked', healthyEvidence({ mcpProbes: {} }), 'not-seen'],
  ['RS-10', 'it got no answer', probed('made-up token', 'reset'), 'not-seen'],
  ['RS-10', 'the server was busy', probed('made-up token', 429), 'not-seen'],
  [
    'RS-10',
    'every request is answered 403',
    probed('made-up token', 403, { first: contacts({ post: 403 }) }),
    'not-applicable',
  ],
  [
    'RS-10',
    'POST is not known',
    { ...probed('made-up token', 405), first: streamOnly.first },
    'not-applicable',
  ],
  [
    'RS-10',
    'the server moves the request',
    probed('made-up token', answerRedirect('/mcp/', 307), {
      first: contacts({ url: `${MCP_URL}/`, header: bearer() }),
    }),
    'not-seen',
  ],

  ['RS-11', 'healthy', healthyEvidence(), 'met'],
  ['RS-11', 'no error', probed('made-up token', wrongToken(bearer())), 'broken'],
  [
    'RS-11',
    'another error',
    probed('made-up token', wrongToken(`${bearer()}, error="expired"`)),
    'broken',
  ],
  ['RS-11', 'no header, though the first 401 has one', probed('made-up token', 401), 'broken'],
  [
    'RS-11',
    'no header anywhere is RS-02',
    probed('made-up token', 401, { first: contacts() }),
    'not-applicable',
  ],
  ['RS-11', 'another status is RS-10', probed('made-up token', 403), 'not-applicable'],

  ['RS-12', 'healthy', healthyEvidence(), 'met'],
  ['RS-12', '400', probed('empty token', 400), 'met'],
  ['RS-12', 'an empty token crashes it', probed('empty token', 500), 'broken'],
  ['RS-12', 'another scheme crashes it', probed('other scheme', 500), 'broken'],
  ['RS-12', 'another scheme gets in', probed('other scheme', OPEN), 'broken'],
  [
    'RS-12',
    'any token is answered 403 (RS-10)',
    probes({
      'made-up token': exchange({ answer: 403 }),
      'empty token': exchange({ answer: 403 }),
    }),
    'not-applicable',
  ],
  ['RS-12', 'one was not answered', probed('empty token', 'timeout'), 'not-seen'],

  ['RS-22', 'healthy', healthyEvidence(), 'met'],
  [
    'RS-22',
    '405 to both',
    probed('session end', 405, { first: contacts({ stream: 405, header: bearer() }) }),
    'met',
  ],
  [
    'RS-22',
    'an open stream',
    healthyEvidence({
      first: contacts({
        header: bearer(),
        stream: answerText('', 200, [['Content-Type', 'text/event-stream']]),
      }),
    }),
    'broken',
  ],
  [
    'RS-22',
    'a page for people',
    healthyEvidence({
      first: contacts({
        header: bearer(),
        stream: answerText('<p>', 200, [['Content-Type', 'text/html']]),
      }),
    }),
    'met',
  ],
  [
    'RS-22',
    'GET crashes it',
    healthyEvidence({ first: contacts({ header: bearer(), stream: 500 }) }),
    'broken',
  ],
  ['RS-22', 'DELETE is accepted', probed('session end', 204), 'broken'],
  ['RS-22', 'DELETE crashes it', probed('session end', 500), 'broken'],
  ['RS-22', 'only an event stream, which is what it is for', streamOnly, 'not-applicable'],

  ['RS-32', 'healthy', healthyEvidence(), 'met'],
  ['RS-32', 'the token is asked for first', probed('foreign origin', 401), 'not-seen'],
  [
    'RS-32',
    'the token is asked for first, in JSON',
    probed('foreign origin', answerText('{"error":"unauthorized"}', 401)),
    'not-seen',
  ],
  ['RS-32', 'a foreign origin gets in', probed('foreign origin', OPEN), 'broken'],
  [
    'RS-32',
    'it is repeated, with credentials',
    probed(
      'foreign origin',
      corsWith([
        ['Access-Control-Allow-Origin', FOREIGN],
        ['Access-Control-Allow-Credentials', 'true'],
      ]),
    ),
    'broken',
  ],
  [
    'RS-32',
    'it is repeated, without credentials',
    probed('foreign origin', corsWith([['Access-Control-Allow-Origin', FOREIGN]])),
    'not-seen',
  ],
  ['RS-32', 'a 500, as CORS middleware refuses', probed('foreign origin', 500), 'met'],
  ['RS-32', 'an open server that looks at nothing', probed('foreign origin', OPEN, open), 'broken'],
  ['RS-32', 'an open server that refuses', probed('foreign origin', 403, open), 'met'],
  ['RS-32', 'a page of a firewall', probed('foreign origin', answerText('<html>')), 'not-seen'],
  ['RS-32', 'only an event stream', streamOnly, 'not-applicable'],

  ['RS-34', 'healthy, as far as it shows', healthyEvidence(), 'not-seen'],
  [
    'RS-34',
    'the header is exposed',
    healthyEvidence({
      first: contacts({
        post: corsWith([['Access-Control-Expose-Headers', 'Mcp-Session-Id, www-authenticate']]),
      }),
    }),
    'met',
  ],
  [
    'RS-34',
    'another is exposed',
    probed(
      'foreign origin',
      corsWith([
        ['Access-Control-Allow-Origin', '*'],
        ['Access-Control-Expose-Headers', 'Mcp-Session-Id'],
      ]),
    ),
    'broken',
  ],
  ['RS-34', 'the preflight is answered 401', probed('preflight', 401), 'broken'],
  ['RS-34', 'the preflight allows no origin', probed('preflight', 204), 'broken'],
  [
    'RS-34',
    'no 401 that a page could read',
    { ...probed('preflight', 401), first: contacts({ post: 403 }) },
    'not-applicable',
  ],

  ['RS-37', 'a server that always asks', healthyEvidence(), 'not-applicable'],
  ['RS-37', 'an open server', probed('tools list', OPEN, open), 'met'],
  ['RS-37', 'only calls ask', healthyEvidence(open), 'broken'],
  ['RS-37', 'a call needs a session', probed('tools list', 400, open), 'not-seen'],
];
