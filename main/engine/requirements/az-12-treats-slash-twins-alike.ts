import { defineRequirement } from '../model/requirement.ts';
import { goesOn } from '../probe/registration/authorize-outcome.ts';
import { AUTHORIZE_NEEDS, overVariant, type Opened, wordsOf } from './authorize/over-authorize.ts';
import { B_TO_D } from './parts/revisions.ts';

/** AZ-12: told, never a fault. */
export const requirement = defineRequirement({
  id: 'AZ-12',
  level: 'INFERRED',
  revisions: B_TO_D,
  phase: 'p1',
  step: 'authorize',
  title: 'A resource and its twin with the final slash the other way are treated alike.',
  source: 'No source; clients differ in the slash they send',
  shownBy: [],
  needs: AUTHORIZE_NEEDS,
  check: overVariant('resource slash twin', (twin, page) => {
    if (goesOn(twin.attempt)) return 'met';
    const [sent, other] = [page.base, twin].map(resourceOf);
    return { notSeen: `No fault, to know: ${sent} is taken, and ${other} ${wordsOf([twin])}.` };
  }),
});

function resourceOf({ attempt }: Opened): string {
  return new URL(attempt.exchange.request.url).searchParams.get('resource') ?? 'none';
}
