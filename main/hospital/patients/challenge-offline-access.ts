import { definePatient } from '../patient.ts';
import { challengeWith, resourceMetadataUrl, SCOPE } from '../setup.ts';

export const patient = definePatient({
  name: 'challenge-offline-access',
  title: 'offline_access in the challenge',
  breaks: 'The 401 asks for offline_access, which is for the authorization server to offer.',
  expects: ['F37'],
  number: 22,
  requirement: 'RS-31',
  seenBy: 'probe',
  mutate: (names) => ({
    challenge: challengeWith(
      `Bearer resource_metadata="${resourceMetadataUrl(names)}", scope="${SCOPE} offline_access"`,
    ),
  }),
});
