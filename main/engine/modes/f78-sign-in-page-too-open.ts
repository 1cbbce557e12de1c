import { defineRequirementMode } from '../model/mode.ts';

/** F78: the sign-in page lets more happen than it should. */
export const mode = defineRequirementMode({
  code: 'F78',
  title: 'The sign-in page allows more than it should',
  explanation:
    'A sign-in page is where users give something away. In somebody else’s frame they press buttons that they do not see, and flows that were given up leave tokens where others read them.',
  whatToDo:
    'Forbid frames on every page of the sign-in, switch the implicit flow off, and give codes only for resources that the server knows.',
  step: 'authorize',
  severity: 'warning',
  category: 'deployment',
  confidence: 'certain',
  clients: [],
  requirements: ['AZ-11', 'AZ-12', 'AZ-15', 'AZ-16', 'AZ-17'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc9700#section-4.16',
    'https://datatracker.ietf.org/doc/html/rfc8707#section-2',
  ],
});
