import type { Severity } from '../../../contract/words.ts';
import type { RequirementOutcome } from '../../model/requirement.ts';
import { attemptEvidence } from '../../modes/evidence/attempt-evidence.ts';
import { broken } from './broken.ts';
import type { FoundDocument } from './resource-documents.ts';
import {
  goodServerDocuments,
  ofServer,
  serverDocuments,
  type ServerGiven,
} from './server-documents.ts';

/** What is wrong with one document, and what it weighs where the level does not say. */
export interface DocumentFault {
  readonly text: string;
  readonly severity?: Severity;
  readonly snippet?: string;
}

/**
 * Judges every document of the authorization server that clients go to. A fault behind the first
 * good document stops nobody, so it is advice.
 * @param faultOf what is wrong with a document, `null` for nothing, `undefined` where it is not asked
 */
export function eachServerDocument(
  given: ServerGiven,
  faultOf: (document: FoundDocument) => DocumentFault | null | undefined,
): RequirementOutcome {
  return ofServer(given, (server) => {
    const documents = serverDocuments(server).filter((one) => faultOf(one) !== undefined);
    if (documents.length === 0) return 'not-applicable';
    const faulty = documents.find((one) => faultOf(one) !== null);
    if (faulty === undefined) return 'met';
    const { text, ...more } = faultOf(faulty)!;
    const [good] = goodServerDocuments(server);
    const order = serverDocuments(server);
    const isAside = good !== undefined && order.indexOf(faulty) > order.indexOf(good);
    const weight = isAside ? ({ severity: 'advice' } as const) : {};
    return broken(`${faulty.url}: ${text}`, [attemptEvidence(faulty)], { ...more, ...weight });
  });
}
