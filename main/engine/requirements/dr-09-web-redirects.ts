import { defineRequirement } from '../model/requirement.ts';
import { refusalWords } from '../probe/registration/refusal-words.ts';
import { overRegistration } from './registration/over-registration.ts';
import { redirectsRegister } from './registration/redirect-requirement.ts';

/** DR-09: hosted Claude can register its https redirect. */
export const requirement = defineRequirement({
  id: 'DR-09',
  level: 'MUST',
  revisions: ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'],
  phase: 'p1',
  step: 'registration',
  title: 'The https redirect of a web client can be registered.',
  source: 'MCP authorization, Communication Security',
  shownBy: ['F43'],
  needs: ['registration'],
  check: overRegistration((registration) =>
    redirectsRegister(registration, 'claude-hosted', (uris, attempt) => ({
      text: `Claude in the cloud cannot register: its redirect ${uris} was answered ${refusalWords(attempt)}.`,
      whatToDo:
        'Allow https://claude.ai/api/mcp/auth_callback and https://claude.com/api/mcp/auth_callback.',
    })),
  ),
});
