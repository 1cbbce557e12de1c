import { replayTrace, trace } from '../../../engine/run/trace.ts';
import type { SignInPorts } from '../../../engine/sign-in-ports.ts';
import { findBrowser, thisMachine } from '../../shared/find-browser.ts';
import { sandboxIsImpossible } from '../../shared/open-app.ts';
import { openSystemBrowser } from '../../shared/open-system-browser.ts';
import { createBrowserWay } from '../../shared/sign-in/browser-way.ts';
import { createSignInPorts } from '../../shared/sign-in/create-sign-in-ports.ts';
import { createPasteWay } from '../../shared/sign-in/paste-way.ts';
import { createSystemWay } from '../../shared/sign-in/system-way.ts';
import { terminalStyle } from '../report/terminal-style.ts';
import { hasTerminal } from '../tokens/tokens-here.ts';
import { createAskHidden } from './ask-hidden.ts';
import type { Surroundings } from './choose-way.ts';
import { runTrace, type SignInTerminal } from './run-trace.ts';
import type { TraceCliOptions } from './trace-options.ts';

/** `unblank trace` on this machine. @returns the exit code */
export function traceHere(target: string | undefined, options: TraceCliOptions): Promise<number> {
  const { stdin, stderr, env } = process;
  return runTrace(target, options, {
    trace,
    replay: replayTrace,
    createSignIn,
    around: lookAround(),
    ask: createAskHidden({
      input: stdin,
      write: (text) => void stderr.write(text),
      interrupt,
    }),
    env,
    stderr,
    style: terminalStyle(stderr, env),
  });
}

function lookAround(): Surroundings {
  const { env, platform, stdin } = process;
  return {
    browser: findBrowser(thisMachine()) !== null,
    display: platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY),
    terminal: hasTerminal(stdin, env),
  };
}

/** The three ways of a terminal. */
function createSignIn({ ports, ask, say, mayUseKeychain }: SignInTerminal): SignInPorts {
  const { clock } = ports;
  const sandbox = !sandboxIsImpossible();
  const ways = [
    createBrowserWay({ findBrowser: () => findBrowser(thisMachine()), sandbox }),
    createSystemWay({
      clock,
      openUrl: openSystemBrowser,
      onNotOpened: (address) =>
        say(`Your browser did not open. Open this address in it:\n\n  ${address}`),
    }),
    createPasteWay({ clock, ask, say }),
  ];
  return createSignInPorts({ ports, ways, mayUseKeychain }).signIn;
}

/** In raw mode Ctrl-C is a key like others; where nobody waits for the signal it ends the program. */
function interrupt(): void {
  if (!process.emit('SIGINT')) process.exit(130);
}
