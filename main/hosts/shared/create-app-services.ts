import { createAppHandlers } from '../../engine/app/handlers.ts';
import { createNodePorts } from '../../platform/node-ports.ts';
import { TOOL } from '../../platform/tool.ts';
import type { Rules } from '../../engine/model/rules.ts';
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
  const app = createAppHandlers({
    host: options.host,
    tool: TOOL,
    ports: createNodePorts(options.profile),
    loadRules,
    emit: options.emit,
    openUrl: options.openUrl,
    startDemo: startDemoSession,
    onBug: reportBug,
  });
  return { handlers: app.handlers, close: () => withinTime(app.close(), CLOSE_MS) };
}

/** The window is there before what it judges with is read. */
async function loadRules(): Promise<Rules> {
  return (await import('../../engine/run/rules.ts')).RULES;
}
