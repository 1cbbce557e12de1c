import { defineRequirementMode } from '../model/mode.ts';
import { endingOccurrences } from './evidence/ending-occurrences.ts';

/** F46: client-id documents are promised and not taken. */
export const mode = defineRequirementMode({
  code: 'F46',
  title: 'Client-id documents are promised and do not work',
  explanation:
    'The metadata says client_id_metadata_document_supported, so clients that have a document send its address as their id instead of registering. Where the sign-in page refuses that, or no public clients are listed, they cannot sign in, though registration would have worked.',
  whatToDo:
    'Take client_id_metadata_document_supported out of the metadata until documents are read; clients then register. In Claude’s connector dialog “register automatically” goes round it.',
  step: 'authorize',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code'],
  requirements: ['CI-02', 'CI-12'],
  // Without registration beside it, that nobody gets an id is F40's.
  followsFrom: ['F40'],
  references: [
    'https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization',
    'https://github.com/anthropics/claude-ai-mcp/issues/518',
  ],
  besides: {
    needs: ['signIn'],
    judge: ({ signIn }) => endingOccurrences('F46', signIn),
  },
});
