import { defineRequirement } from '../model/requirement.ts';
import { mustRefuse } from './registration/must-refuse.ts';
import { overRegistration } from './registration/over-registration.ts';

/**
 * DR-13: http redirects are for the user's own machine. Advice: PKCE keeps a code that was read from
 * being used, and the router of the MCP SDK takes them (OBSERVED with 1.32.2).
 */
export const requirement = defineRequirement({
  id: 'DR-13',
  level: 'MUST',
  revisions: ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'],
  phase: 'p1',
  step: 'registration',
  title: 'A plain http redirect to another host is refused.',
  source: 'MCP authorization, Communication Security',
  shownBy: ['F53'],
  needs: ['registration'],
  check: overRegistration((registration) =>
    mustRefuse(registration, 'with a plain http redirect', {
      text: 'Plain http redirects to other hosts are accepted, so a code can be read on its way.',
      whatToDo: 'Refuse redirect URIs that are neither https nor http on loopback.',
      severity: 'advice',
    }),
  ),
});
