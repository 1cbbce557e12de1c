import type { Emit, Handlers } from '../../contract/host.ts';
import type { ChosenTarget } from '../../contract/table.ts';
import type { Report } from '../../contract/report.ts';
import type { Rules } from '../model/rules.ts';
import type { ConnectTo, Ports } from '../ports.ts';
import { diagnose, type DiagnoseOptions, type DiagnoseRequest } from '../run/diagnose.ts';
import { parseAddress } from '../run/parse-address.ts';
import type { TargetChoice } from '../run/plan.ts';
import { modePage, pageUrl } from './catalogue.ts';
import { readOverview } from './overview.ts';
import { Runs } from './runs.ts';

/** The running demo: a broken server and a throw-away home that names it. */
export interface DemoSession {
  readonly url: string;
  readonly connectTo: readonly ConnectTo[];
  readonly ca: string | null;
  readonly ports: Ports;
  close(): Promise<void>;
}

export interface AppOptions {
  readonly host: 'electron' | 'browser' | 'test';
  readonly tool: { readonly name: 'unblank'; readonly version: string };
  readonly ports: Ports;
  /** Called when something is judged for the first time: it is most of the engine's text. */
  readonly loadRules: () => Promise<Rules>;
  readonly emit: Emit;
  readonly openUrl: (url: string) => Promise<void>;
  readonly startDemo: () => Promise<DemoSession>;
  readonly onBug: (error: unknown) => string;
}

/** A window's handlers for every call of the table, and an end for what they started. */
export function createAppHandlers(options: AppOptions): {
  handlers: Handlers;
  close: () => Promise<void>;
} {
  const runs = new Runs(options.emit, options.onBug);
  const whole = new AbortController();
  const handlers: Handlers = {
    'app.about': () => ({
      version: options.tool.version,
      host: options.host,
      os: options.ports.place.os,
    }),
    'machine.overview': async () => {
      const { modes } = await options.loadRules();
      return readOverview(options.ports, modes, whole.signal);
    },
    'diagnosis.start': ({ target, register }) => ({
      runId: startRun(target, register, runs, options),
    }),
    'diagnosis.cancel': ({ runId }) => {
      runs.cancel(runId);
      return {};
    },
    'mode.explain': async ({ code }) => modePage((await options.loadRules()).modes, code),
    'page.open': async ({ page }) => {
      await options.openUrl(pageUrl((await options.loadRules()).modes, page));
      return {};
    },
  };
  const close = async (): Promise<void> => {
    whole.abort();
    await runs.close();
  };
  return { handlers, close };
}

/** Bad addresses are refused before a run begins, so the field can say so at once. */
function startRun(
  target: ChosenTarget,
  register: boolean,
  runs: Runs,
  options: AppOptions,
): string {
  if (target.kind === 'demo') return runs.start((...run) => runDemo(register, run, options));
  const choice: TargetChoice =
    target.kind === 'server'
      ? { kind: 'target', id: target.id }
      : { kind: 'urls', urls: [parseAddress(target.address)] };
  return runs.start((...run) => runOn({ ...PLAIN, choice, register }, options.ports, run, options));
}

type Run = Parameters<Parameters<Runs['start']>[0]>;

const PLAIN = {
  clients: null,
  offline: false,
  connectTo: [],
  ca: null,
} as const;

async function runDemo(register: boolean, run: Run, options: AppOptions): Promise<Report> {
  const demo = await options.startDemo();
  try {
    const { connectTo, ca } = demo;
    const choice: TargetChoice = { kind: 'urls', urls: [demo.url] };
    return await runOn({ ...PLAIN, choice, connectTo, ca, register }, demo.ports, run, options);
  } finally {
    await demo.close();
  }
}

async function runOn(
  request: DiagnoseRequest,
  ports: Ports,
  [signal, onProgress]: Run,
  { loadRules, tool }: AppOptions,
): Promise<Report> {
  const options: DiagnoseOptions = { ports, ...(await loadRules()), tool, signal, onProgress };
  return diagnose(request, options);
}
