import { AppError } from '../../../contract/errors.ts';
import type { ConnectTo } from '../../../engine/ports.ts';

/** What a name or an address may be made of: nothing that could end a rule and begin another. */
const HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])$/i;

/**
 * Chromium's `--host-resolver-rules` for what curl calls --connect-to.
 * @param connectTo as the user gave them
 * @returns '' for none
 * @throws AppError bad-option for a host that is none
 */
export function resolverRules(connectTo: readonly ConnectTo[]): string {
  return connectTo.map(ruleOf).join(', ');
}

function ruleOf({ host, port, toHost, toPort }: ConnectTo): string {
  const [from, to] = [bracketed(host), bracketed(toHost)];
  for (const one of [from, to])
    if (!HOST.test(one))
      throw new AppError('bad-option', { reason: `“${one}” in --connect-to is not a host.` });
  return `MAP ${from}:${port} ${to}:${toPort}`;
}

function bracketed(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}
