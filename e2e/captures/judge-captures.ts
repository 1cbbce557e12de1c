import type { Capture } from './capture.ts';
import { examineCapture } from './examine-capture.ts';
import { judgeExamined, type Judged } from './judge-examined.ts';

/** Examines recordings one after the other. */
export async function judgeCaptures(captures: readonly Capture[]): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const capture of captures) judged.push(judgeExamined(await examineCapture(capture)));
  return judged;
}
