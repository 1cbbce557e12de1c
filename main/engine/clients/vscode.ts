import type { Client } from '../model/client.ts';
import { VSCODE_REGISTERS } from './registers/vscode.ts';
import { VSCODE_POLICY } from './policies/vscode-policy.ts';
import { challengeStatus } from './rules/challenge-status.ts';
import { droppedResource } from './rules/dropped-resource.ts';
import { lostAtMcpOrigin } from './rules/lost-at-mcp-origin.ts';
import { reach } from './rules/reach.ts';
import { registration } from './rules/registration.ts';
import { unasked } from './rules/unasked.ts';
import { unreadDocument } from './rules/unread-document.ts';
import {
  authorizeRules,
  registrationRules,
  type RegistrationTraits,
} from './sets/registration-rules.ts';
import { signInRules } from './sets/sign-in-rules.ts';
import { DOC } from './sets/sources.ts';

const REGISTRATION: RegistrationTraits = {
  manner: { as: 'vscode', documents: 'flag', schema: 'loose', sees: null },
  basis: 'documented',
  source: DOC.vscode,
};

/**
 * VS Code, as its public source has it; nobody has run it against broken servers. It wants the
 * resource to be exactly the URL, and where it can get no client id it asks the user for one.
 */
export const client: Client = {
  id: 'vscode',
  version: null,
  isNewest: true,
  registers: VSCODE_REGISTERS,
  sees: {
    F40: 'A dialog that asks for a client id',
    otherwise: null,
  },
  concerns: (evidence) => evidence.url !== null,
  policy: VSCODE_POLICY,
  rules: [
    reach('here', 'inferred', DOC.vscode),
    challengeStatus(
      [401, 403],
      'VS Code signs in on 401 and 403, and tries the event stream after another 4xx.',
      'documented',
      DOC.vscode,
    ),
    unasked('resource-metadata'),
    unreadDocument(),
    droppedResource('documented', DOC.vscode),
    unasked('server-metadata'),
    lostAtMcpOrigin('documented', DOC.vscode),
    registration(
      'flag',
      'VS Code can get no client id by itself, and asks the user for one.',
      'documented',
      'https://github.com/modelcontextprotocol/python-sdk/issues/1264',
    ),
    ...registrationRules(REGISTRATION),
    ...authorizeRules(REGISTRATION),
    ...signInRules({
      as: 'vscode',
      basis: 'inferred',
      source: DOC.vscode,
      schema: 'nulls-pass',
      errorPrefix: null,
      comparesState: true,
      afterRefusal: 'VS Code registers once more and tries again.',
    }),
  ],
  caveat: 'It passes everything that shows without a sign-in, as far as VS Code’s source tells.',
};
