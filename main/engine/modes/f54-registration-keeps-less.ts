import { defineRequirementMode } from '../model/mode.ts';

/** F54: registration keeps less than was asked, or says less of it. */
export const mode = defineRequirementMode({
  code: 'F54',
  title: 'Registration keeps less than was asked',
  explanation:
    'What a server registers may differ from what a client asked for. Where the refresh grant is gone, users sign in again each time a token expires; where a secret comes without its expiry, nobody knows when it ends.',
  whatToDo:
    'Keep refresh_token in grant_types, and say with client_secret_expires_at how long a secret lives.',
  step: 'registration',
  severity: 'advice',
  category: 'deployment',
  confidence: 'certain',
  clients: [],
  requirements: ['DR-05', 'DR-19'],
  references: ['https://datatracker.ietf.org/doc/html/rfc7591#section-3.2.1'],
});
