import type { Incident } from '../../../model/log-evidence.ts';
import type { Round } from './group-rounds.ts';
import { OF_SIGN_IN } from './story.ts';

/** An incident as a part of a larger whole: its lines say whether the user was sent to sign in. */
export function roundOf(incident: Incident): Round {
  const { events, rounds, first } = incident;
  const hasSignIn = events.some(({ kind }) => OF_SIGN_IN.has(kind));
  return { ...incident, signIns: hasSignIn ? rounds : 0, begins: events[0]?.time ?? first };
}
