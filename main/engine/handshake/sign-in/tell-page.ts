import type { SignInEvidence } from '../../model/sign-in-evidence.ts';
import { headlineOf } from '../trace/headline-of.ts';
import { judgedEnd } from './sign-in-end.ts';
import type { SignInContext } from './sign-in-context.ts';

/** A window that does not answer must not hold the sign-in up (safety L1). */
const PATIENCE_MS = 2000;

/**
 * Shows in the window how the sign-in ended, as the chosen client would take it; this also stops a page
 * that goes round in circles. Nothing is shown to a user who has stopped or closed the window.
 */
export async function tellPage(signIn: SignInEvidence, context: SignInContext): Promise<void> {
  const { trace } = signIn;
  const { page, clock, signal } = context;
  if (trace === null || trace.end === 'unfinished' || signal.aborted) return;
  const judged = { ...signIn, trace: { ...trace, end: judgedEnd(signIn, context) } };
  const { headline, next } = headlineOf(judged);
  let stop = (): void => undefined;
  const patience = new Promise<void>((resolve) => {
    stop = clock.after(PATIENCE_MS, resolve);
  });
  await Promise.race([page.tell(headline, next).catch(() => undefined), patience]);
  stop();
}
