import { defineRequirement } from '../model/requirement.ts';
import type { AuthorizeAttempt } from '../model/registration-evidence.ts';
import { goesOn } from '../probe/registration/authorize-outcome.ts';
import {
  AUTHORIZE_NEEDS,
  BASE_REFUSED,
  brokenBy,
  overSignInPage,
  type Opened,
  type SignInPage,
  wordsOf,
} from './authorize/over-authorize.ts';
import { B_TO_D } from './parts/revisions.ts';

/** AZ-10: every MCP client names the resource it wants a token for. */
export const requirement = defineRequirement({
  id: 'AZ-10',
  level: 'MUST',
  revisions: B_TO_D,
  phase: 'p1',
  step: 'authorize',
  title: 'The resource parameter does not break the sign-in.',
  source: 'MCP authorization, Resource Parameter Implementation',
  shownBy: ['F66'],
  needs: AUTHORIZE_NEEDS,
  check: overSignInPage((page) => {
    const refused = page.refusedFor('resource');
    const proof = withoutResource(page);
    if (refused.length > 0)
      return brokenBy([...refused, ...proof], { text: textOf(refused, proof.length > 0) });
    if (!page.all.some(({ attempt }) => sendsResource(attempt))) return 'not-applicable';
    return goesOn(page.base.attempt) ? 'met' : BASE_REFUSED;
  }),
});

function textOf(refused: readonly Opened[], isProven: boolean): string {
  const proof = isProven ? ' The same request without resource goes through.' : '';
  return `The sign-in page ${wordsOf(refused)} where a request names its resource, which every MCP client does.${proof}`;
}

/** The same request without it, where that went through. */
function withoutResource(page: SignInPage): readonly Opened[] {
  const without = page.variant('without resource');
  return without !== null && goesOn(without.attempt) ? [without] : [];
}

function sendsResource({ exchange }: AuthorizeAttempt): boolean {
  return new URL(exchange.request.url).searchParams.has('resource');
}
