import { defineRequirement } from '../model/requirement.ts';
import { mustRefuse } from './registration/must-refuse.ts';
import { overRegistration } from './registration/over-registration.ts';

/** DR-14: a redirect that a browser would run is refused. */
export const requirement = defineRequirement({
  id: 'DR-14',
  level: 'INFERRED',
  revisions: [],
  phase: 'p1',
  step: 'registration',
  title: 'A redirect that is a script is refused.',
  source: 'OAuth 2.1 §7.12',
  shownBy: ['F53'],
  needs: ['registration'],
  check: overRegistration((registration) =>
    mustRefuse(registration, 'with a script for a redirect', {
      text: 'A redirect of the scheme javascript: is accepted; a sign-in page that follows it runs what a stranger wrote.',
      whatToDo: 'Refuse redirect URIs of the schemes javascript, data, vbscript, file and blob.',
      severity: 'warning',
    }),
  ),
});
