import type { ReportExchange } from '../../contract/report.ts';
import { headlineOf } from '../handshake/trace/headline-of.ts';
import { toSequence } from '../handshake/trace/to-sequence.ts';
import type { Client } from '../model/client.ts';
import type { Exchange, TargetEvidence } from '../model/evidence.ts';
import type { SignInEvidence } from '../model/sign-in-evidence.ts';
import { redactExchange, redactStrings } from '../redact/report.ts';
import { redactText } from '../redact/text.ts';
import { clientWalk } from './client-walk.ts';
import { reportExchange } from './report-exchange.ts';
import { outcomeOf } from './report-trace.ts';
import type { TraceCall, TraceOptions } from './trace-request.ts';

/** A page that navigates for ever must not keep a window busy with drawing. */
const PAUSE_MS = 100;

/** Tells what happens while it happens: a line of progress, the diagram as it is, what is new in it. */
export class TraceTeller {
  readonly #options: Pick<TraceOptions, 'ports' | 'onNews'>;
  readonly #exchanges: Exchange[] = [];
  #told = 0;
  #steps = 0;
  #signIn: SignInEvidence | null = null;
  #stop: (() => void) | null = null;
  #walk: (exchanges: readonly Exchange[]) => readonly Exchange[] = (all) => all;

  constructor(options: Pick<TraceOptions, 'ports' | 'onNews'>) {
    this.#options = options;
  }

  /** All exchanges, as they were recorded. */
  get exchanges(): readonly Exchange[] {
    return this.#exchanges;
  }

  progress(text: string): void {
    this.#steps += 1;
    this.#options.onNews({ kind: 'progress', text, done: this.#steps - 1, total: STEPS });
  }

  /** From now on only what this client asks by itself is drawn. */
  follow(client: Client, evidence: TargetEvidence): void {
    this.#walk = (all) => clientWalk({ ...evidence, signIn: this.#signIn }, client, all);
  }

  exchange(recorded: Exchange): void {
    this.#exchanges.push(recorded);
    this.#soon();
  }

  signIn(evidence: SignInEvidence): void {
    this.#signIn = evidence;
    this.#soon();
  }

  /** Tells what was not told yet; nothing is told behind it, whatever still comes. */
  end(): void {
    this.#stop?.();
    this.#tell();
    this.#stop = () => undefined;
  }

  #soon(): void {
    this.#stop ??= this.#options.ports.clock.after(PAUSE_MS, () => {
      this.#stop = null;
      this.#tell();
    });
  }

  #tell(): void {
    const fresh = this.#exchanges.slice(this.#told);
    this.#told = this.#exchanges.length;
    const signIn = this.#signIn;
    const messages = signIn === null ? [] : toSequence(signIn, this.#walk(this.#exchanges));
    const called = signIn === null ? null : calledOf(signIn);
    const exchanges = fresh.map((one) => shown(reportExchange(one)));
    this.#options.onNews({ kind: 'sequence', messages, exchanges, called });
  }
}

/** Gathering, registering, signing in, trying out, taking back. */
const STEPS = 5;

// SECURITY: H3. The same gate as a report's.
function shown(exchange: ReportExchange): ReportExchange {
  return redactStrings(redactExchange(exchange), redactText);
}

/** Blank, a loop, an error: as soon as it is clear. */
function calledOf(signIn: SignInEvidence): TraceCall | null {
  const end = signIn.trace?.end ?? 'unfinished';
  return end === 'unfinished' ? null : { outcome: outcomeOf(end), ...headlineOf(signIn) };
}
