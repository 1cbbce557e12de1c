import { defineRequirement } from '../model/requirement.ts';
import { overRegistration } from './registration/over-registration.ts';
import { redirectsRegister } from './registration/redirect-requirement.ts';

/**
 * DR-11: the redirects that Cursor registers at once. Advice: the specification allows localhost and
 * https only, so a server that refuses cursor:// is right.
 */
export const requirement = defineRequirement({
  id: 'DR-11',
  level: 'COMPAT',
  revisions: [],
  phase: 'p1',
  step: 'registration',
  title: 'The redirects of Cursor can be registered together.',
  source: 'Cursor; https://github.com/better-auth/better-auth/issues/10946',
  shownBy: ['F43'],
  needs: ['registration'],
  check: overRegistration((registration) =>
    redirectsRegister(registration, 'cursor', (uris) => ({
      text: `Cursor cannot register: ${uris} is refused. The specification is on your side, since it allows localhost and https only.`,
      whatToDo:
        'To let Cursor in, allow cursor://anysphere.cursor-mcp/oauth/callback by its exact text.',
      severity: 'advice',
    })),
  ),
});
