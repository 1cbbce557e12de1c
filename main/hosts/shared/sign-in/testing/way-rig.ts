import * as http from 'node:http';
import type { NavigationEvent } from '../../../../engine/model/navigation-event.ts';
import type { SignInPage, SignInPageOptions, SignInWay } from '../../../../engine/sign-in-ports.ts';
import { createFakeClock } from '../../../../engine/testing/fake-clock.ts';

export const AUTHORIZE = 'https://auth.acme.example/authorize?client_id=a&state=%5Bstate+1%5D';
export const HOSTED = 'https://claude.ai/api/mcp/auth_callback';

/** A way with its page open, and what it told. */
export interface OpenWay {
  readonly page: SignInPage;
  readonly events: readonly NavigationEvent[];
  readonly controller: AbortController;
  readonly clock: ReturnType<typeof createFakeClock>;
  /** Resolves with the first event of the kind. */
  told(kind: NavigationEvent['kind']): Promise<NavigationEvent>;
}

/** Opens a way as the engine does. */
export async function openWay(
  create: (clock: OpenWay['clock']) => SignInWay,
  changes: Partial<SignInPageOptions> = {},
): Promise<OpenWay> {
  const clock = createFakeClock();
  const controller = new AbortController();
  const events: NavigationEvent[] = [];
  const waiting: ((event: NavigationEvent) => void)[] = [];
  const page = await create(clock).open({
    redirectUri: 'http://localhost/callback',
    keepPath: false,
    label: 'Claude Code',
    connectTo: [],
    ca: null,
    headless: false,
    signal: controller.signal,
    onEvent: (event) => {
      events.push(event);
      for (const tell of waiting) tell(event);
    },
    ...changes,
  });
  const told: OpenWay['told'] = (kind) =>
    new Promise((resolve) => {
      const early = events.find((one) => one.kind === kind);
      if (early) resolve(early);
      waiting.push((event) => event.kind === kind && resolve(event));
    });
  return { page, events, controller, clock, told };
}

/** Asks as a browser does, on a connection of its own; 0 where nobody listens. */
export function visit(url: string): Promise<number> {
  return new Promise((resolve) => {
    const request = http.get(url, { agent: false }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
    });
    request.once('error', () => resolve(0));
  });
}
