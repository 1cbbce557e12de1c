import { defineRequirement } from '../model/requirement.ts';
import { eachServerDocument } from './parts/each-server-document.ts';
import { A_TO_D } from './parts/revisions.ts';
import { SERVER_NEEDS } from './parts/server-documents.ts';
import { shownValue } from './parts/shown-value.ts';

/** AS-11: the metadata says that it gives codes. */
export const requirement = defineRequirement({
  id: 'AS-11',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p0',
  step: 'server-metadata',
  title: 'response_types_supported lists code.',
  source: 'RFC 8414 §2',
  shownBy: ['F17'],
  needs: SERVER_NEEDS,
  check: (given) =>
    eachServerDocument(given, ({ json }) => {
      const types = json.response_types_supported;
      if (Array.isArray(types) && types.includes('code')) return null;
      const snippet = '"response_types_supported": ["code"]';
      if (types === undefined) {
        const text = 'response_types_supported is missing; TypeScript clients refuse the document.';
        return { text, snippet };
      }
      return { text: `response_types_supported is ${shownValue(types)}, without code.`, snippet };
    }),
});
