import { definePatient } from '../patient.ts';
import { challengeWith, resourceMetadataUrl, SCOPE } from '../setup.ts';

export const patient = definePatient({
  name: 'challenge-scope-commas',
  title: 'Commas between scopes',
  breaks:
    'The 401 puts a comma between two scopes, so clients ask for one scope that does not exist.',
  expects: ['F37'],
  number: 10,
  requirement: 'RS-08',
  seenBy: 'probe',
  mutate: (names) => ({
    challenge: challengeWith(
      `Bearer resource_metadata="${resourceMetadataUrl(names)}", scope="${SCOPE},mcp:read"`,
    ),
    resourceMetadata: { scopes_supported: [SCOPE, 'mcp:read'] },
    serverMetadata: { scopes_supported: [SCOPE, 'mcp:read', 'offline_access'] },
  }),
});
