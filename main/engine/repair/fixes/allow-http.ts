import { isUrl } from '../../../contract/is-url.ts';
import { defineFix } from '../../model/fix.ts';
import type { ServerEntry } from '../../model/evidence.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { isLoopbackHost } from '../../safety/loopback-host.ts';
import { hasFlag, remoteEntries } from './parts/remote-entries.ts';
import { remoteFlagPlan } from './parts/remote-flag-plan.ts';

/** F05: mcp-remote refuses http outside of this machine until it is allowed. */
export const fix = defineFix({
  name: 'allow-http',
  codes: ['F05'],
  isDestructive: false,
  plan: (context) =>
    remoteEntries(context)
      .filter((entry) => isPlainHttp(entry) && !hasFlag(entry, '--allow-http'))
      .map((entry) =>
        remoteFlagPlan(entry, context, '--allow-http', null, {
          title: `Allow http for ${quotedName(entry.name)} in mcp-remote`,
          leavesAlone: [
            'Tokens then go over the network unencrypted. Do this on a network that you trust only.',
            'The address and the other arguments stay.',
          ],
        }),
      ),
});

function isPlainHttp({ url }: ServerEntry): boolean {
  if (url === null || !isUrl(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && !isLoopbackHost(hostname);
}
