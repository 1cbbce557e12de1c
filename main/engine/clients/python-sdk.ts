import type { Client } from '../model/client.ts';
import { PYTHON_POLICY } from './policies/python-policy.ts';
import { callbackIssuer } from './rules/callback-issuer.ts';
import { challengeStatus } from './rules/challenge-status.ts';
import { failingResource } from './rules/failing-resource.ts';
import { issuerMustMatch } from './rules/issuer-must-match.ts';
import { lostAtMcpOrigin, registersAtMcpOrigin } from './rules/lost-at-mcp-origin.ts';
import { reach } from './rules/reach.ts';
import { relativeMetadata } from './rules/relative-metadata.ts';
import { resourceMustMatch } from './rules/resource-must-match.ts';
import { unasked } from './rules/unasked.ts';
import { unreadDocument } from './rules/unread-document.ts';
import { PYTHON_SDK_SEES } from './seen/sdk-sees.ts';
import { registrationRules } from './sets/registration-rules.ts';
import { signInRules } from './sets/sign-in-rules.ts';
import { RUN } from './sets/sources.ts';

const OBSERVED = RUN.python;

/**
 * The MCP Python SDK. It compares issuers letter by letter, never reads whether S256 is offered, and
 * lets null and missing members pass that stop the TypeScript SDKs.
 * @see reference-clients 2.2 and 2.4
 */
export const client: Client = {
  id: 'python-sdk',
  version: '2.3.0',
  isNewest: true,
  registers: null,
  sees: PYTHON_SDK_SEES,
  concerns: (evidence) => evidence.url !== null,
  policy: PYTHON_POLICY,
  rules: [
    reach('here', 'observed', OBSERVED),
    challengeStatus([401], 'The SDK signs in on 401 only.', 'observed', OBSERVED),
    relativeMetadata('observed', OBSERVED),
    unasked('resource-metadata'),
    unreadDocument(),
    failingResource('observed', OBSERVED),
    resourceMustMatch('observed', OBSERVED, 'slash-too'),
    unasked('server-metadata'),
    lostAtMcpOrigin('observed', OBSERVED),
    issuerMustMatch('blocked', 'It compares letter by letter and stops.', 'observed', OBSERVED),
    registersAtMcpOrigin('observed', OBSERVED),
    ...registrationRules({
      manner: {
        as: 'mcp-remote',
        documents: 'flag',
        schema: 'nulls-pass',
        sees: (status) => `Registration failed: ${status}`,
      },
      basis: 'inferred',
      source: `${OBSERVED}; the registration is that of mcp-remote`,
    }),
    callbackIssuer('observed', OBSERVED),
    ...signInRules({
      as: 'python-sdk',
      basis: 'observed',
      source: OBSERVED,
      schema: 'nulls-pass',
      errorPrefix: null,
      comparesState: true,
      afterRefusal: 'The SDK gives up.',
    }),
  ],
  caveat: 'It passes everything that shows without a sign-in.',
};
