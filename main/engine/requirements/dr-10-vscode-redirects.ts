import { defineRequirement } from '../model/requirement.ts';
import { overRegistration } from './registration/over-registration.ts';
import { redirectsRegister } from './registration/redirect-requirement.ts';

/** DR-10: the four redirects that VS Code registers at once. */
export const requirement = defineRequirement({
  id: 'DR-10',
  level: 'COMPAT',
  revisions: [],
  phase: 'p1',
  step: 'registration',
  title: 'The four redirects of VS Code can be registered together.',
  source: 'VS Code; https://github.com/microsoft/vscode/issues/278512',
  shownBy: ['F43'],
  needs: ['registration'],
  check: overRegistration((registration) =>
    redirectsRegister(registration, 'vscode', (uris) => ({
      text: `VS Code’s four redirects are refused because of ${uris}; it then asks its user for a client id.`,
    })),
  ),
});
