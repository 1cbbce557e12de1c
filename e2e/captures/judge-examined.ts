import type { Examined } from './examine-capture.ts';
import { FAULTS, whyUnwritten } from './expected.ts';

/** A recording beside what Unblank says of it. */
export interface Judged {
  readonly examined: Examined;
  /**
   * `found` names the recorded fault, `nothing` rightly names none; `unseen` is that the client wrote
   * too little, `missed` that it wrote enough; `false alarm` names a fault where there was none.
   */
  readonly kind: 'found' | 'nothing' | 'unseen' | 'missed' | 'false alarm';
  /** Further modes that are named, without those that the address of the recording brings. */
  readonly also: readonly string[];
}

/** The recorded server had an address on loopback. */
const OF_THE_RECORDING = ['F05'];

/** Holds what was found against the fault that was recorded. */
export function judgeExamined(examined: Examined): Judged {
  const code = FAULTS[examined.capture.scenario]?.code ?? null;
  const codes = examined.findings.map((one) => one.code);
  const also = codes.filter((one) => one !== code && !OF_THE_RECORDING.includes(one));
  return { examined, also, kind: kindOf(examined, code, codes, also) };
}

function kindOf(
  { capture }: Examined,
  code: string | null,
  codes: readonly string[],
  also: readonly string[],
): Judged['kind'] {
  if (code === null) return also.length === 0 ? 'nothing' : 'false alarm';
  if (codes.includes(code)) return 'found';
  return whyUnwritten(capture) === null ? 'missed' : 'unseen';
}
