import type { TokenDesk, Trace, VendorMail } from '../../engine/app/app-options.ts';
import type { RepairHost } from '../../engine/app/repair-desk.ts';
import { createAppHandlers } from '../../engine/app/handlers.ts';
import { createMemoryStore } from '../../engine/secrets/memory-store.ts';
import type { Ports } from '../../engine/ports.ts';
import type { Locks, SignInPorts } from '../../engine/sign-in-ports.ts';
import { createNodePorts } from '../../platform/node-ports.ts';
import { TOOL } from '../../platform/tool.ts';
import type { Rules } from '../../engine/model/rules.ts';
import type { Watch } from '../../engine/watch/watch-request.ts';
import type { AppServices, AppServicesOptions } from './app-services.ts';
import { reportBug } from './report-bug.ts';
import { startDemoSession } from './start-demo-session.ts';
import { withinTime } from './within-time.ts';

/** Quitting never waits longer than this (safety L1). */
const CLOSE_MS = 3000;

/**
 * Puts the engine on Node's ports for a windowed host: what Electron and the browser host have in
 * common, so that both show the same.
 */
export async function createAppServices(options: AppServicesOptions): Promise<AppServices> {
  const ports = createNodePorts(options.profile);
  const app = createAppHandlers({
    host: options.host,
    tool: TOOL,
    ports,
    signIn: options.signIn ?? NO_SIGN_IN,
    loadRules,
    loadTrace,
    loadVendorMail,
    loadWatch,
    openTokenDesk: options.openTokenDesk ?? ((signal) => openForgetfulDesk(ports, signal)),
    ...repairOf(ports, options),
    emit: options.emit,
    openUrl: options.openUrl,
    startDemo: startDemoSession,
    onBug: reportBug,
  });
  return { handlers: app.handlers, close: () => withinTime(app.close(), CLOSE_MS) };
}

/** A host that can ask outside of its window can repair; any other refuses those calls. */
function repairOf(
  ports: Ports,
  { confirm, savePlace }: AppServicesOptions,
): { readonly repair?: RepairHost } {
  if (confirm === undefined || savePlace === undefined) return {};
  const openRepairDesk = async () =>
    (await import('./repair/open-repairs.ts')).openRepairs({ ports });
  return { repair: { openRepairDesk, confirm, savePlace } };
}

const NO_LOCKS: Locks = { hold: () => Promise.resolve(null) };

/** A host that shows no sign-in page: a trace is refused with the code `no-way` before it starts. */
const NO_SIGN_IN: SignInPorts = {
  ways: [],
  vault: () => Promise.reject(new Error('This host traces no sign-in.')),
  locks: NO_LOCKS,
};

/** Where nothing can be signed in to, nothing is kept either. */
async function openForgetfulDesk(ports: Ports, signal: AbortSignal): Promise<TokenDesk> {
  const { createTokenDesk } = await import('./open-token-desk.ts');
  const store = createMemoryStore(null);
  return createTokenDesk({ ports, store, locks: NO_LOCKS, ca: null }, signal);
}

async function loadTrace(): Promise<Trace> {
  return (await import('../../engine/run/trace.ts')).trace;
}

async function loadVendorMail(): Promise<VendorMail> {
  return (await import('../../engine/report/vendor-report.ts')).vendorMail;
}

async function loadWatch(): Promise<Watch> {
  return (await import('../../engine/watch/watch.ts')).watch;
}

/** The window is there before what it judges with is read. */
async function loadRules(): Promise<Rules> {
  return (await import('../../engine/run/rules.ts')).RULES;
}
