import type { Verdict } from '../../contract/report.ts';
import { CLIENT_WORDS, STEPS } from '../../contract/words.ts';
import { newestStories } from '../local/join/newest-stories.ts';
import type { Client } from '../model/client.ts';
import type { TargetEvidence } from '../model/evidence.ts';
import type { Incident } from '../model/log-evidence.ts';
import { clipped } from './clipped.ts';
import { shortTime } from './short-time.ts';

type Judged = Omit<Verdict, 'client' | 'version'>;

/**
 * What a client's own log says of its newest attempt, where nothing else decides: the server was not
 * asked, or it passes everything that can be seen and the client failed behind that.
 * @param judged the verdict of the client's rules
 * @returns the same verdict, or the one that its log gives
 */
export function withOwnLog(judged: Judged, { id }: Client, evidence: TargetEvidence): Judged {
  const story = evidence.local === null ? undefined : newestStories(evidence.local).get(id);
  if (story === undefined || judged.outcome === 'blocked') return judged;
  if (evidence.first === null) return fromStory(story);
  const isBehind = STEPS.indexOf(story.step) > STEPS.indexOf(judged.step);
  return story.ended !== 'connected' && isBehind ? fromStory(story) : judged;
}

function fromStory(story: Incident): Judged {
  const at = story.last === null ? '' : ` at ${shortTime(story.last)}`;
  const log = `Its log says that it`;
  const parts = { step: story.step, confidence: 'likely', stopsAt: null, sees: null } as const;
  if (story.ended === 'connected')
    return { ...parts, outcome: 'works', cause: null, why: `${log} connected${at}.` };
  const words = story.ended === 'failed' ? 'failed' : 'asked for a sign-in again';
  const why = `${log} ${words}${at}${roundsOf(story)}. Last line: “${lastLine(story)}”.`;
  return { ...parts, outcome: 'blocked', cause: story.code, why };
}

function roundsOf({ kind, rounds }: Incident): string {
  return kind === 'loop' ? `, ${rounds} times` : '';
}

function lastLine({ events, client }: Incident): string {
  return clipped(events.at(-1)?.text ?? CLIENT_WORDS[client]);
}
