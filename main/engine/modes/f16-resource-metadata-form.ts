import { defineRequirementMode } from '../model/mode.ts';

/** F16: the resource metadata is there, and a member of it is wrong or contradicts another. */
export const mode = defineRequirementMode({
  code: 'F16',
  title: 'The resource metadata has a member that is wrong',
  explanation:
    'Clients check this document before they use it. A member that is null or of the wrong form makes some of them drop the whole document without a word; a member that says something else than another copy sends them to different places.',
  whatToDo:
    'Write each member in the form of RFC 9728 and the same in every copy, and leave out what has no value.',
  step: 'resource-metadata',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: [],
  requirements: ['PR-16', 'PR-17', 'PR-18', 'PR-19', 'PR-20', 'PR-21'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc9728#section-2',
    'https://datatracker.ietf.org/doc/html/rfc9728#section-3.2',
  ],
});
