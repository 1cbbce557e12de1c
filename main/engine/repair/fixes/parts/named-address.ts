import { isUrl } from '../../../../contract/is-url.ts';
import type { FixContext } from '../../../model/fix.ts';
import { redactUrl } from '../../../redact/url.ts';
import { isLoopbackHost } from '../../../safety/loopback-host.ts';

/**
 * The address that a server itself names in place of the one that is configured: where it redirects
 * to, which spelling answers, or for which its metadata is.
 * @returns null where it names none, or one that could hold a secret or is no safe address
 */
export function namedAddress(context: Pick<FixContext, 'finding' | 'target'>): string | null {
  const { finding, target } = context;
  const own = target?.url ?? null;
  if (own === null || !isUrl(own)) return null;
  const named = [
    ...fromMismatch(finding),
    ...resourcesIn(finding).filter((one) => hasSamePath(one, own)),
    ...fromLocation(finding),
    ...fromMetadata(context),
  ];
  // What was masked would be escaped by the URL standard, and no longer look so.
  const whole = named.filter((one) => !one.includes('…'));
  const found = whole.map((one) => (isUrl(one, own) ? new URL(one, own).href : one));
  return found.find((one) => isUsable(one, own) && !isRefused(one, target)) ?? null;
}

/** What was asked there already and is not the endpoint would make it worse. */
function isRefused(address: string, target: FixContext['target']): boolean {
  const asked = (target?.trace ?? []).filter(({ request }) => request.url === address);
  return asked.some(({ response }) => response !== null && NO_ENDPOINT.has(response.status));
}
const NO_ENDPOINT: ReadonlySet<number> = new Set([404, 405, 410, 500, 501, 502, 503]);

type Found = FixContext['finding'];

/** The spelling that answers. */
function fromMismatch({ evidence }: Found): readonly string[] {
  return evidence.flatMap((one) =>
    one.kind === 'mismatch' && one.what === 'address' ? [one.expected] : [],
  );
}

function resourcesIn({ evidence }: Found): readonly string[] {
  return evidence.flatMap((one) =>
    one.kind === 'mismatch' && one.what === 'resource' ? [one.received] : [],
  );
}

/** Metadata may be for a whole host; nothing answers there then. */
function hasSamePath(one: string, own: string): boolean {
  return isUrl(one) && pathOf(one) === pathOf(own);
}

function pathOf(url: string): string {
  return new URL(url).pathname.replace(/\/$/, '');
}

function fromLocation({ evidence }: Found): readonly string[] {
  return evidence.flatMap((one) =>
    one.kind === 'header' && one.name.toLowerCase() === 'location' ? (one.value ?? []) : [],
  );
}

/** Behind a sign-in there was nothing: the metadata may name the endpoint that was meant. */
function fromMetadata({ finding, target }: Pick<FixContext, 'finding' | 'target'>) {
  if (finding.code !== 'F85') return [];
  const documents = (target?.trace ?? []).filter(
    ({ purpose, response }) =>
      purpose === 'protected resource metadata' && response?.status === 200,
  );
  return documents.flatMap(({ response }) => resourceIn(response?.body ?? ''));
}

function resourceIn(body: string): readonly string[] {
  const found = /"resource"\s*:\s*"([^"\\]{1,500})"/.exec(body)?.[1];
  return found === undefined ? [] : [found];
}

/** https, or this machine as before; nothing in it that is or was hidden; not the same again. */
function isUsable(address: string, own: string): boolean {
  if (!isUrl(address) || redactUrl(address) !== address) return false;
  const [to, from] = [new URL(address), new URL(own)];
  const isSafe = to.protocol === 'https:' || (to.protocol === 'http:' && isLocalTwice(to, from));
  const isClean = to.username === '' && to.password === '' && to.hash === '';
  return isSafe && isClean && to.href !== from.href && to.protocol.startsWith('http');
}

function isLocalTwice(to: URL, from: URL): boolean {
  return isLoopbackHost(to.hostname) && isLoopbackHost(from.hostname);
}
