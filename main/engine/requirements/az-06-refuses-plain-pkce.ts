import { defineRequirement } from '../model/requirement.ts';
import { isTurnedDown } from '../probe/registration/authorize-outcome.ts';
import { AUTHORIZE_NEEDS, mustBeTurnedDown, overVariant } from './authorize/over-authorize.ts';
import { A_TO_D } from './parts/revisions.ts';

/** AZ-06: S256 is the only method. */
export const requirement = defineRequirement({
  id: 'AZ-06',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p1',
  step: 'authorize',
  title: 'PKCE with the method plain is refused.',
  source: 'OAuth 2.1 §4.1.1',
  shownBy: ['F76'],
  needs: AUTHORIZE_NEEDS,
  check: overVariant('plain PKCE', (opened, page) => {
    const without = page.variant('without PKCE');
    if (without !== null && !isTurnedDown(without.outcome)) return PKCE_IS_OPTIONAL;
    const listed = page.document.code_challenge_methods_supported;
    const isListed = Array.isArray(listed) && listed.includes('plain');
    return mustBeTurnedDown(opened, page, (isCertain) =>
      isListed
        ? { text: LISTED, severity: 'advice' }
        : { text: UNLISTED, ...(isCertain ? {} : { severity: 'warning' }) },
    );
  }),
});

const LISTED =
  'The method plain is listed and accepted. It protects nothing from a reader of the request.';
const UNLISTED =
  'The server does not announce the method plain and accepts it. It protects nothing from a reader of the request.';
const PKCE_IS_OPTIONAL = {
  notSeen: 'PKCE is not asked for at all, so its method tells nothing.',
} as const;
