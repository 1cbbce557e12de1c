import * as fc from 'fast-check';
import { test } from 'vitest';
import { answerText } from '../testing/fake-answers.ts';
import {
  attempt,
  healthyEvidence,
  missing,
  resourceDocument,
} from '../testing/evidence-builders.ts';
import { contacts, exchange } from '../testing/exchange-builders.ts';
import { healthyProbes } from '../testing/healthy-answers.ts';
import { stateOf } from '../testing/judge-requirement.ts';
import { META } from '../testing/rs-samples.ts';
import type { McpProbeName } from '../model/evidence.ts';
import { REQUIREMENTS } from './index.generated.ts';

/** Pieces of which headers are made, so that many are nearly right. */
const PIECE = fc.oneof(
  fc.constantFrom('Bearer', 'bearer ', 'Basic', 'DPoP', ' ', ',', ', ', '=', '"', '\\', 'realm='),
  fc.constantFrom('resource_metadata=', 'resource="', 'scope="', 'error="', 'offline_access', META),
  fc.constantFrom(
    'http://',
    'file:///x',
    '/relative',
    'https://[::1',
    'javascript:alert(1)',
    '\u0000',
  ),
  fc.string(),
);
const HEADER = fc.array(PIECE, { maxLength: 12 }).map((pieces) => pieces.join(''));
const STATUS = fc.oneof(
  fc.constantFrom(200, 204, 301, 302, 307, 400, 401, 403, 404, 405, 429, 500, 503),
  fc.integer({ min: 100, max: 599 }),
);
const BODY = fc.oneof(fc.constantFrom('', '{"result":{}}', '{"error":{}}', '<html>'), fc.string());
const ANSWER = fc
  .record({ status: STATUS, header: HEADER, to: fc.oneof(fc.webUrl(), fc.string()), body: BODY })
  .map(({ status, header, to, body }) =>
    answerText(body, status, [
      ['WWW-Authenticate', header],
      ['Location', to],
      ['Access-Control-Allow-Origin', to],
    ]),
  );
const NAMES = Object.keys(healthyProbes()) as McpProbeName[];
const MANY_PROBES = fc
  .tuple(...NAMES.map(() => fc.option(ANSWER, { freq: 8 })))
  .map((answers) =>
    Object.fromEntries(
      answers.flatMap((answer, at) =>
        answer === null ? [] : [[NAMES[at]!, exchange({ purpose: NAMES[at]!, answer })]],
      ),
    ),
  );
const SCOPES = fc.oneof(fc.constant(undefined), fc.array(fc.string()), fc.jsonValue());

test('L2: no header and no status makes a requirement throw or speak without evidence', () => {
  const own = REQUIREMENTS.filter(({ id }) => /^(RS|TK|EX)-/.test(id));
  fc.assert(
    fc.property(
      ANSWER,
      ANSWER,
      ANSWER,
      MANY_PROBES,
      SCOPES,
      (post, modern, stream, mcpProbes, scopes) => {
        const document = resourceDocument({ scopes_supported: scopes as never });
        const evidence = healthyEvidence({
          first: contacts({ post, modern, stream }),
          mcpProbes,
          resourceMetadata: [attempt('path', document), missing('root')],
        });
        for (const { id } of own) stateOf(id, evidence);
      },
    ),
    { numRuns: 2000, seed: 6750 },
  );
});
