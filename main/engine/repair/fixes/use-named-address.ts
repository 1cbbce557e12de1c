import { defineFix, type FixContext, type FixPlan } from '../../model/fix.ts';
import type { ServerEntry } from '../../model/evidence.ts';
import type { Operation } from '../../model/operation.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { entriesOfTarget } from './parts/entries-of.ts';
import { entryRules } from './parts/file-rules.ts';
import { hasPlainKeys } from './parts/plain-keys.ts';
import { namedAddress } from './parts/named-address.ts';
import { aboutPlace, planOf, tell } from './parts/plan-of.ts';

/** F05, F08, F09, F26, F85: the server names another spelling of its address. */
export const fix = defineFix({
  name: 'use-named-address',
  codes: ['F05', 'F08', 'F09', 'F26', 'F85'],
  isDestructive: false,
  plan: (context) => {
    const address = namedAddress(context);
    if (address === null || isOfAuthorization(context)) return [];
    const entries = entriesOfTarget(context);
    return entries.length === 0
      ? [asConnector(address)]
      : entries.map((entry) => rewritten(entry, address, context));
  },
});

/** A finding about the token endpoint says nothing of the server’s own address. */
function isOfAuthorization({ finding }: FixContext): boolean {
  return finding.snippet?.startsWith('"token_endpoint"') === true;
}

function rewritten(entry: ServerEntry, address: string, { machine }: FixContext): FixPlan {
  const isByHand = !hasPlainKeys(entry) || !hasPlainUrl(entry);
  return planOf({
    ...entryRules(entry, machine),
    about: aboutPlace(entry.file, entry.pointer),
    title: `Use the address that ${quotedName(entry.name)}’s server names`,
    automation: isByHand ? 'guided' : 'apply',
    risk: 'sign-in-again',
    operations: [isByHand ? byHand(entry, address) : written(entry, address)],
    leavesAlone: [
      `The new address is ${address}. Where its host is another one, use it only if you know it.`,
      'Headers and the rest of the entry stay.',
    ],
  });
}

/** A query or a variable in the address may be what lets the user in. */
function hasPlainUrl({ url }: ServerEntry): boolean {
  return url !== null && !/[?#@]|\$\{/.test(url);
}

function written({ file, pointer }: ServerEntry, value: string): Operation {
  return { kind: 'set-value', file, pointer: `${pointer}/url`, value };
}

// SECURITY: I4 — arguments of a command are not rewritten by us.
function byHand({ viaMcpRemote, line }: ServerEntry, address: string): Operation {
  const where = viaMcpRemote ? 'among the arguments of mcp-remote' : 'in the entry';
  return tell(`Put this address in place of the old one ${where} (line ${line}).`, address);
}

function asConnector(address: string): FixPlan {
  return planOf({
    about: aboutPlace('connector', null),
    title: 'Add the connector under the address it names',
    automation: 'guided',
    operations: [
      { kind: 'open-page', page: 'claude-connectors' },
      tell('Remove the connector and add it again with this address.', address),
    ],
    leavesAlone: ['Your other connectors stay.'],
  });
}
