import { gatherMachine } from '../local/gather-machine.ts';
import type { Ports } from '../ports.ts';
import { redactStrings } from '../redact/report.ts';
import type { Redactor } from '../redact/redactor.ts';
import { textSource, type BundleSource } from './bundle-source.ts';
import { json } from './report-sources.ts';

/** What runs Unblank, for `versions.json`. */
export type Runtime = Readonly<Record<string, string>>;

/** What was seen on this machine as facts: versions, settings, what is kept of sign-ins; no values. */
export async function machineSources(
  ports: Pick<Ports, 'files' | 'logs' | 'machine' | 'place' | 'clock'>,
  runtime: Runtime,
  redactor: Redactor,
  signal: AbortSignal,
): Promise<readonly BundleSource[]> {
  const { machine } = await gatherMachine(ports, signal, { logs: 'none' });
  const { os, installs, proxies, facts, settings, stores } = machine;
  const { environment, remote, running, tools, provider, claudeHandler, defaultBrowser } = facts;
  const clean = (value: unknown) => (): string =>
    json(redactStrings(value, (text) => redactor.text(text)));
  const versions = {
    ...{ runtime, os, installs, tools, running, remote, environment, proxies },
    ...{ provider, claudeHandler, defaultBrowser },
  };
  return [
    textSource('versions.json', 'What is installed and runs, in which version', clean(versions)),
    textSource('settings.json', 'Settings that decide about servers', clean(settings)),
    textSource('stores.json', 'What clients keep of sign-ins: facts, no values', clean(stores)),
  ];
}
