import { defineRequirementMode } from '../model/mode.ts';

/** F49: registration is limited by rate or number. */
export const mode = defineRequirementMode({
  code: 'F49',
  title: 'Registration is limited to a few clients',
  explanation:
    'Every fresh connection of hosted Claude registers a client of its own, and so does each program on each machine. A limit by rate or number shuts out whoever comes after; to them the sign-in page never opens.',
  whatToDo:
    'Wait as long as Retry-After says. Then raise the limit, remove clients that were never used, or support client-id documents, which need no registration.',
  step: 'registration',
  severity: 'warning',
  category: 'quota',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['DR-20'],
  references: ['https://github.com/anthropics/claude-ai-mcp/issues/413'],
});
