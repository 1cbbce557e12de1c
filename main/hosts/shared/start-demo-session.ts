import { AppError } from '../../contract/errors.ts';
import type { DemoSession } from '../../engine/app/app-options.ts';
import { parseConnectTo } from '../../engine/run/parse-connect-to.ts';
import { createNodePorts } from '../../platform/node-ports.ts';

/**
 * Starts the demo of the hospital and puts our ports on its throw-away home. The hospital is loaded
 * only here, so that nobody pays for it who does not ask for the demo.
 * @throws AppError `demo-failed`
 */
export async function startDemoSession(): Promise<DemoSession> {
  try {
    const { startDemo } = await import('../../hospital/start-demo.ts');
    const demo = await startDemo();
    return {
      url: demo.url,
      connectTo: demo.connectTo.map(parseConnectTo),
      ca: demo.ca,
      ports: createNodePorts({ home: demo.home, os: demo.os, project: null }),
      close: () => demo.close(),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    throw new AppError('demo-failed', { reason }, { cause: error });
  }
}
