import { defineRequirement } from '../model/requirement.ts';
import { brokenBy, ofPage, overSignInPage, type Opened } from './authorize/over-authorize.ts';
import { A_TO_D } from './parts/revisions.ts';
import { SERVER_NEEDS } from './parts/server-documents.ts';
import { eitherOf, stateComesBack } from './sign-in/callback-parts.ts';

/** AZ-07: without its state a client does not know the answer as its own. */
export const requirement = defineRequirement({
  id: 'AZ-07',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p1',
  step: 'callback',
  title: 'state comes back as it was sent.',
  source: 'OAuth 2.1 §4.1.2',
  shownBy: ['F67'],
  needs: SERVER_NEEDS,
  uses: ['registration', 'signIn'],
  check: (given) => eitherOf(ofPage(onPage, given), stateComesBack(given)),
});

const onPage = overSignInPage(({ all }) => {
  const back = all.filter(({ outcome }) => 'back' in outcome);
  if (back.length === 0) return NOTHING_BACK;
  const changed = back.find(isChanged);
  if (changed === undefined) return 'met';
  return brokenBy([changed], {
    text: `state ${howChanged(changed)}. Clients throw such an answer away, because it may be somebody else’s.`,
    whatToDo:
      'Decode state once when it comes in, encode it once when it goes back, and keep all of it.',
  });
});

const NOTHING_BACK = {
  notSeen: 'Nothing came back to the client; only a sign-in shows whether state does.',
} as const;

/** With an error it may be missing: servers that refuse a request whole have not read it. */
function isChanged({ attempt, outcome }: Opened): boolean {
  if (!('back' in outcome)) return false;
  const { state } = outcome.back;
  return state === null ? outcome.kind === 'code' : state !== attempt.state;
}

function howChanged({ attempt, outcome }: Opened): string {
  const state = 'back' in outcome ? outcome.back.state : null;
  if (state === null) return 'does not come back with the code';
  const [sent, came] = [attempt.state.length, state.length];
  return attempt.state.startsWith(state)
    ? `comes back cut: ${came} of ${sent} characters`
    : `comes back changed: ${sent} characters were sent, ${came} others came back`;
}
