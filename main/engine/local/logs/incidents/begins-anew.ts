import type { Story, StoryEvent } from './story.ts';

/**
 * After so long a silence another story begins. In the recorded runs an attempt takes 0.02 to 5 s
 * and no client waits for a sign-in longer than a few minutes (mcp-remote 30 s, Claude Desktop in
 * third-party mode 120 s), so what is written later is another try, or a connection that broke.
 */
const QUIET_MS = 10 * 60 * 1000;

/**
 * Does an event begin another attempt? A start does (Claude Code “Initializing HTTP transport”,
 * mcp-remote “Starting mcp-remote”, Claude Desktop “Initializing server...”), another session or
 * process does, a long silence does, and the browser that opens again after the user came back from
 * it.
 * @param story what was told so far
 */
export function beginsAnew(story: Story, event: StoryEvent): boolean {
  if (isOtherRun(story, event)) return true;
  if (event.kind === 'closed') return false;
  if (isAfterSilence(story, event)) return true;
  if (event.kind === 'started') return !isSecondLine(story, event) && !goesOn(story, event);
  return event.kind === 'browser' && asksAgain(story);
}

function isOtherRun({ session }: Story, event: StoryEvent): boolean {
  return session !== null && event.session !== null && session !== event.session;
}

/** A clock that was put back is no silence. */
function isAfterSilence({ last }: Story, { time }: StoryEvent): boolean {
  return last !== null && time !== null && time - last > QUIET_MS;
}

/** Two programs (Claude Desktop and the mcp-remote that it runs) each say that they start. */
function isSecondLine({ events }: Story, { signature }: StoryEvent): boolean {
  return events.every((one) => one.kind === 'started' && one.signature !== signature);
}

/** In one and the same run a client connects anew when the user has signed in. */
function goesOn({ signIn, ended, session }: Story, event: StoryEvent): boolean {
  return signIn !== 'none' && ended === 'open' && event.session !== null && session !== null;
}

function asksAgain({ signIn, ended }: Story): boolean {
  return signIn === 'back' || (signIn === 'waits' && ended !== 'open');
}
