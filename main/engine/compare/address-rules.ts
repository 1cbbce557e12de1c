import { localityOf } from '../safety/url-locality.ts';
import { addressOf } from './nearness.ts';
import type { ComparedPlace } from './place.ts';
import type { Explained, Rule } from './rule.ts';

type OfAddresses = (works: URL, fails: URL, names: readonly [string, string]) => Explained | null;

function ofAddresses(rule: Omit<Rule, 'row' | 'explains'>, explains: OfAddresses): Rule {
  return {
    ...rule,
    row: 'address',
    explains: (works, fails) => {
      const [one, other] = [addressOf(works.url), addressOf(fails.url)];
      if (one === null || other === null || one.href === other.href) return null;
      return explains(one, other, [works.id, fails.id]);
    },
  };
}

/**
 * Differences in the address. Clients compare the address that was typed with `resource` of the
 * server's metadata letter by letter.
 * @see RFC 9728 §3.3; claude.com/docs/connectors/building/authentication
 */
export const ADDRESS_RULES: readonly Rule[] = [
  ofAddresses({ code: 'F05', confidence: 'likely' }, (works, fails, [one, other]) =>
    works.hostname !== fails.hostname || works.protocol === fails.protocol
      ? null
      : {
          sentence: `${other} says ${fails.protocol}//, ${one} says ${works.protocol}//. Hosted Claude and mcp-remote refuse http://, and a redirect to https:// loses the request on its way.`,
          next: `Change the address in ${other} to ${works.protocol}//.`,
        },
  ),
  ofAddresses({ code: 'F26', confidence: 'likely' }, (works, fails, [one, other]) =>
    works.origin !== fails.origin || !isSlashTwin(works, fails)
      ? null
      : {
          sentence: `One slash apart: ${other} ends ${endWords(fails)}, ${one} ${endWords(works)}. Claude Code and mcp-remote compare the address with “resource” of the server’s metadata letter by letter.`,
          next: `Write the address in ${other} exactly as in ${one}.`,
        },
  ),
  ofAddresses({ code: 'F26', confidence: 'likely' }, (works, fails, [one, other]) =>
    works.origin !== fails.origin || works.pathname === fails.pathname || isSlashTwin(works, fails)
      ? null
      : {
          sentence: `${other} goes to another path than ${one}. It must be the endpoint, and the same as “resource” of the server’s metadata.`,
          next: `Write the address in ${other} exactly as in ${one}.`,
        },
  ),
  ofAddresses({ code: null, confidence: 'likely' }, (works, fails, [one, other]) =>
    works.hostname !== fails.hostname ||
    works.protocol !== fails.protocol ||
    works.port === fails.port
      ? null
      : {
          sentence: `${other} goes to another port than ${one}. Another server may listen there, or none.`,
          next: `Write the address in ${other} exactly as in ${one}.`,
        },
  ),
  ofAddresses({ code: null, confidence: 'likely' }, (works, fails, [one, other]) =>
    works.hostname === fails.hostname
      ? null
      : {
          sentence: `${other} goes to another host than ${one}: two servers under one name.`,
          next: `Write the address in ${other} exactly as in ${one}, if the same server is meant.`,
        },
  ),
  ofAddresses({ code: 'F100', confidence: 'possible' }, (works, fails, [one, other]) =>
    works.origin !== fails.origin ||
    works.pathname !== fails.pathname ||
    works.search === fails.search
      ? null
      : {
          sentence: `${other} has another query than ${one}. Clients keep a sign-in for each spelling of an address.`,
          next: `Write the address in ${other} exactly as in ${one}, then sign in again.`,
        },
  ),
  {
    row: 'address',
    code: 'F118',
    confidence: 'likely',
    explains: (works, fails) =>
      fails.url?.includes('${') !== true || works.url?.includes('${') === true
        ? null
        : {
            sentence: `The address in ${fails.id} holds a variable; ${works.id} has it written out. Where the variable is not set, the braces are sent.`,
            next: `Write the address out in ${fails.id}, or set the variable where its client is started.`,
          },
  },
];

/** Codes by which hosted Claude fails where a client on this machine does not. */
const OUTSIDE = new Set([
  'F01',
  'F02',
  'F03',
  'F04',
  'F05',
  'F06',
  'F08',
  'F09',
  'F10',
  'F13',
  'F15',
]);

/** Hosted Claude connects from Anthropic's cloud, everyone else from the user's machine. */
export const HOSTED_RULES: readonly Rule[] = [
  {
    row: 'client',
    code: null,
    confidence: 'likely',
    explains: (works, fails) => {
      if (fails.client !== 'claude-hosted' || works.client === 'claude-hosted') return null;
      const { code } = fails.outcome;
      const isOutside = code !== null && OUTSIDE.has(code);
      return {
        code: isOutside ? (code as `F${number}`) : isPrivate(fails) ? 'F01' : null,
        sentence: `${fails.id} is hosted Claude: it connects from Anthropic’s cloud, ${works.id} from the machine it runs on. ${whyOutside(fails, isOutside)}`,
        next: `unblank check the address: it names what stops hosted Claude.`,
      };
    },
  },
];

function isPrivate({ url }: ComparedPlace): boolean {
  const address = addressOf(url);
  return address !== null && localityOf(address.hostname) !== 'public';
}

function whyOutside(fails: ComparedPlace, isOutside: boolean): string {
  if (isOutside) return `What it meets there is ${fails.outcome.code ?? ''}.`;
  return isPrivate(fails)
    ? 'The address is reachable from your own network only.'
    : 'A firewall, a private network, or stricter rules of discovery stop it there and not here.';
}

function isSlashTwin(one: URL, other: URL): boolean {
  const bare = ({ pathname }: URL) => pathname.replace(/\/+$/, '');
  return one.pathname !== other.pathname && bare(one) === bare(other);
}

function endWords({ pathname }: URL): string {
  return pathname.endsWith('/') ? 'with a slash' : 'without';
}
