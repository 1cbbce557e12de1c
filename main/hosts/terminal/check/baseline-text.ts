import { visible } from '../../../engine/redact/visible.ts';

/** What a baseline did to a run, for people; lines of it that are gone can be taken out. */
export function baselineText(known: number, gone: readonly string[]): string {
  const count = known === 1 ? '1 finding is' : `${known} findings are`;
  const first = `${count} in the baseline and not counted.`;
  if (gone.length === 0) return `${first}\n`;
  const lines = gone.map((one) => `  ${visible(one)}`);
  return [first, 'In the baseline, and not found this time:', ...lines, RENEW, ''].join('\n');
}

const RENEW = 'A new baseline: unblank check --json --output FILE';
