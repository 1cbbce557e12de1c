import type { Client } from '../model/client.ts';
import type { NotExamined, TargetEvidence } from '../model/evidence.ts';
import { errorWords } from './error-words.ts';
import { judgeClient, type ClientJudgement } from './judge-client.ts';

/**
 * Judges every client that a server concerns. One whose rules throw is named as not judged and
 * stops nobody else (safety L2); that they do not throw is what their own tests hold them to.
 */
export function judgeClients(
  clients: readonly Client[],
  evidence: TargetEvidence,
): {
  readonly judgements: readonly ClientJudgement[];
  readonly notExamined: readonly NotExamined[];
} {
  const judgements: ClientJudgement[] = [];
  const notExamined: NotExamined[] = [];
  for (const client of clients) {
    try {
      if (client.concerns(evidence)) judgements.push(judgeClient(client, evidence));
    } catch (error) {
      const why = `Could not judge: ${errorWords(error)}.`;
      notExamined.push({ what: `The verdict of ${client.id}`, why });
    }
  }
  return { judgements, notExamined };
}
