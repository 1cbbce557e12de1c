import { defineRequirement } from '../model/requirement.ts';
import {
  AUTHORIZE_NEEDS,
  mustBeTurnedDown,
  overVariant,
  wordsOf,
} from './authorize/over-authorize.ts';
import { A_TO_D } from './parts/revisions.ts';

/** AZ-15: no token comes back in an address. */
export const requirement = defineRequirement({
  id: 'AZ-15',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p1',
  step: 'authorize',
  title: 'response_type=token is refused.',
  source: 'OAuth 2.1 §10.1',
  shownBy: ['F78'],
  needs: AUTHORIZE_NEEDS,
  check: overVariant('implicit flow', (opened, page) =>
    mustBeTurnedDown(opened, page, (isCertain) => ({
      text: `The implicit flow is still on: response_type=token ${wordsOf([opened])}. Tokens then stand in the address, where histories and logs keep them.`,
      whatToDo:
        'Take only response_type=code, and answer others with error=unsupported_response_type.',
      ...(isCertain ? {} : { severity: 'warning' }),
    })),
  ),
});
