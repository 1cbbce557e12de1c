import type { ChosenTarget } from '../../contract/table.ts';
import { parseAddress } from '../run/parse-address.ts';
import type { TargetChoice } from '../run/plan.ts';
import type { AppOptions, DemoSession } from './app-options.ts';

/** Which server, over which ports: of this machine, or of the demo's own home. */
type Place = Pick<DemoSession, 'connectTo' | 'ca' | 'ports'> & {
  readonly choice: TargetChoice;
};

/**
 * Reads what a window chose, before anything is started.
 * @returns the choice, or null for the demo, whose server is not there yet
 * @throws AppError `bad-address`
 */
export function choiceOf(target: ChosenTarget): TargetChoice | null {
  if (target.kind === 'demo') return null;
  if (target.kind === 'server') return { kind: 'target', id: target.id };
  return { kind: 'urls', urls: [parseAddress(target.address)] };
}

/**
 * Does something at the chosen server. The demo is started before it and ended after it, whatever
 * becomes of it.
 * @param choice what choiceOf gave
 * @throws AppError `demo-failed`, and whatever the work throws
 */
export async function atTarget<T>(
  choice: TargetChoice | null,
  options: AppOptions,
  work: (place: Place) => Promise<T>,
): Promise<T> {
  if (choice !== null) return work({ choice, connectTo: [], ca: null, ports: options.ports });
  const demo = await options.startDemo();
  try {
    const { connectTo, ca, ports, url } = demo;
    return await work({ choice: { kind: 'urls', urls: [url] }, connectTo, ca, ports });
  } finally {
    await demo.close();
  }
}
