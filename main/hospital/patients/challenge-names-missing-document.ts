import { definePatient } from '../patient.ts';
import { challengeWith, SCOPE } from '../setup.ts';

export const patient = definePatient({
  name: 'challenge-names-missing-document',
  title: 'The 401 names an address that is empty',
  breaks:
    'The 401 names a metadata address that answers 404, while the document lies at the well-known one.',
  expects: ['F24'],
  number: 9,
  requirement: 'PR-01',
  seenBy: 'probe',
  mutate: ({ mcpOrigin }) => ({
    challenge: challengeWith(
      `Bearer resource_metadata="${mcpOrigin}/v1/metadata", scope="${SCOPE}"`,
    ),
  }),
});
