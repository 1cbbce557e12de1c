import { CLIENT_WORDS, type ClientId } from '../../contract/words.ts';
import { isAtLeast } from '../local/version.ts';
import type { ComparedPlace } from './place.ts';
import type { Rule } from './rule.ts';
import { keptState, signedInAt } from './stored-words.ts';

/** Differences of the machines, the clients and what they keep. */
export const MACHINE_RULES: readonly Rule[] = [
  {
    row: 'client-version',
    code: 'F132',
    confidence: 'likely',
    explains: (works, fails) => {
      const [one, other] = [works.machine.clientVersion, fails.machine.clientVersion];
      if (works.client !== fails.client || one === null || other === null) return null;
      return isAtLeast(other, one)
        ? null
        : {
            sentence: `${fails.id} runs ${CLIENT_WORDS[fails.client]} ${other}, ${works.id} runs ${one}. What it needs may have come in between.`,
            next: `Update ${CLIENT_WORDS[fails.client]} where it fails, then try again.`,
          };
    },
  },
  {
    row: 'version-pin',
    code: 'F130',
    confidence: 'possible',
    explains: (works, fails) => {
      const [one, other] = [works.entry?.pin ?? null, fails.entry?.pin ?? null];
      const areBoth = works.client === 'mcp-remote' && fails.client === 'mcp-remote';
      return !areBoth || works.entry === null || fails.entry === null || one === other
        ? null
        : {
            sentence: `${fails.id} starts mcp-remote ${other ?? 'in whatever version is newest'}, ${works.id} ${one ?? 'in whatever version is newest'}. Each version keeps sign-ins in a folder of its own.`,
            next: `Name the version of ${works.id} in ${fails.id}.`,
          };
    },
  },
  {
    row: 'network',
    code: 'F12',
    confidence: 'likely',
    explains: (works, fails) =>
      !hasAny(fails.machine.network) || hasAny(works.machine.network, works)
        ? null
        : {
            sentence: `A proxy is set at ${fails.id} and none at ${works.id}. Not every client sends its sign-in through it.`,
            next: 'Set NO_PROXY for the host, or the proxy for the client as well.',
          },
  },
  {
    row: 'certificates',
    code: 'F11',
    confidence: 'likely',
    explains: (works, fails) =>
      !hasAny(works.machine.certificates) || hasAny(fails.machine.certificates, fails)
        ? null
        : {
            sentence: `${works.id} trusts further certificates, ${fails.id} does not. Where a company reads TLS, ${fails.id} stops there.`,
            next: 'Set NODE_EXTRA_CA_CERTS where the failing client is started.',
          },
  },
  {
    row: 'remote',
    code: 'F70',
    confidence: 'likely',
    explains: (works, fails) => {
      const [one, other] = [insideOf(works), insideOf(fails)];
      return one === null || one.length > 0 || other === null || other.length === 0
        ? null
        : {
            sentence: `${fails.id} runs in ${other.join(', ')}. The browser calls back to this machine’s localhost, where ${fails.id} does not listen; ${works.id} does.`,
            next: 'Forward the callback port, or paste the address that the browser ends on.',
          };
    },
  },
  {
    row: 'remote',
    code: 'F73',
    confidence: 'likely',
    explains: (works, fails) =>
      fails.machine.remote?.includes(NO_DISPLAY) !== true ||
      works.machine.remote?.includes(NO_DISPLAY) !== false
        ? null
        : {
            sentence: `${fails.id} runs where there is no display, so no browser opens for the sign-in.`,
            next: 'Copy the address that the client prints to a browser elsewhere.',
          },
  },
  {
    row: 'system',
    code: 'F126',
    confidence: 'likely',
    explains: (works, fails) =>
      !isWindowsOnly(works, fails) ||
      fails.entry?.entry.facts.every(({ kind }) => kind !== 'spaced-argument') !== false
        ? null
        : {
            sentence: `${fails.id} has an argument with a space in it. On Windows it is cut there, so a header arrives without its value; ${works.id} runs elsewhere.`,
            next: 'Write the argument without a space, and its value as a variable under "env".',
          },
  },
  {
    row: 'system',
    code: 'F127',
    confidence: 'possible',
    explains: (works, fails) =>
      !isWindowsOnly(works, fails) || fails.entry?.entry.command !== 'npx'
        ? null
        : {
            sentence: `${fails.id} starts npx on Windows, where it is a script and not a program; ${works.id} runs elsewhere.`,
            next: 'Set "command": "cmd" and begin "args" with "/c", "npx".',
          },
  },
  {
    row: 'signed-in-at',
    code: null,
    confidence: 'possible',
    explains: (works, fails) => {
      const [one, other] = [signedInAt(works), signedInAt(fails)];
      return one === null || other === null || one === other || hasOneClientId(works, fails)
        ? null
        : {
            sentence: `The sign-ins that ${works.id} and ${fails.id} keep were made elsewhere or as other clients, so the accounts behind them can differ as well.`,
            next: `Sign in again at ${fails.id}, with the account of ${works.id}.`,
          };
    },
  },
  {
    row: 'stored',
    code: 'F94',
    confidence: 'likely',
    explains: (works, fails) =>
      !fails.isCachedAway || works.isCachedAway
        ? null
        : {
            sentence: `Claude Code passes ${fails.id} over for now: it noted that the server asks for a sign-in.`,
            next: 'Sign in with /mcp in Claude Code.',
          },
  },
  {
    row: 'stored',
    code: null,
    confidence: 'likely',
    explains: (works, fails) => {
      const [one, other] = [keptState(works), keptState(fails)];
      const isGood = one === 'usable' || one === 'refreshable';
      if (!isGood || other === null || other === 'usable' || other === 'refreshable') return null;
      return {
        sentence: `${works.id} still uses a sign-in that it keeps; ${fails.id} has ${other === 'none' ? 'none' : `one that is ${other}`} and must sign in anew. What fails is the sign-in.`,
        next: `Trace the sign-in: unblank trace --as ${traceable(fails.client)}.`,
      };
    },
  },
];

const NO_DISPLAY = 'no display';

function insideOf({ machine: { remote } }: ComparedPlace): readonly string[] | null {
  return remote?.filter((one) => one !== NO_DISPLAY) ?? null;
}

function isWindowsOnly(
  { machine: works }: ComparedPlace,
  { machine: fails }: ComparedPlace,
): boolean {
  return fails.system === 'win32' && works.system !== null && works.system !== 'win32';
}

/** Every client of its own registers by itself, so two ids of two clients tell nothing. */
function hasOneClientId(one: ComparedPlace, other: ComparedPlace): boolean {
  const issuers = ({ stored }: ComparedPlace) =>
    new Set((stored ?? []).flatMap(({ issuer }) => issuer ?? []));
  const [left, right] = [issuers(one), issuers(other)];
  if (one.client === other.client) return false;
  return left.size === 0 || right.size === 0 || [...left].some((issuer) => right.has(issuer));
}

/** Unknown counts as having it: then nothing is explained by it. @param of the place asked about */
function hasAny(list: readonly string[] | null, of: ComparedPlace | null = null): boolean {
  return list === null ? of !== null : list.length > 0;
}

function traceable(client: ClientId): ClientId {
  return client === 'claude-desktop-stdio' ? 'mcp-remote' : client;
}

/**
 * What is known of the failure itself: it names the cause where no difference in the files does.
 * Comes last.
 */
export const CAUSE_RULES: readonly Rule[] = [
  {
    row: 'verdict',
    code: null,
    confidence: 'likely',
    explains: (works, fails) =>
      fails.outcome.from !== 'report' || fails.outcome.code === null
        ? null
        : {
            code: fails.outcome.code as `F${number}`,
            sentence: `The report says why ${fails.id} fails: ${fails.outcome.code}. ${works.id} does not meet it.`,
            next: `unblank explain ${fails.outcome.code}`,
          },
  },
  {
    row: 'ended',
    code: null,
    confidence: 'likely',
    explains: (works, fails) =>
      fails.story?.code == null || fails.story.ended === 'connected'
        ? null
        : {
            code: fails.story.code,
            sentence: `The log of ${fails.id} says why it fails: ${fails.story.code}. ${works.id} does not meet it.`,
            next: `unblank explain ${fails.story.code}`,
          },
  },
  {
    row: 'finding',
    code: null,
    confidence: 'certain',
    explains: (works, fails) => {
      const code = fails.findings.find((one) => !works.findings.includes(one));
      return fails.kind !== 'entry' || code === undefined
        ? null
        : {
            code: code as `F${number}`,
            sentence: `The file of ${fails.id} has a fault that the one of ${works.id} has not: ${code}.`,
            next: `unblank explain ${code}`,
          };
    },
  },
];
