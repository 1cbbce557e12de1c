import type { PlaceMachine } from './place.ts';

/** A machine at which nobody looked. */
export const NOT_SEEN: PlaceMachine = {
  system: null,
  clientVersion: null,
  remote: null,
  network: null,
  certificates: null,
  provider: null,
  lines: new Map(),
};

const CERTIFICATES =
  /^(?:NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR|NODE_TLS_REJECT_UNAUTHORIZED)$/i;
const NETWORK = /^(?:https?|all|no)_proxy$/i;
const REMOTE = 'runs in';
const PROVIDER = 'provider of Claude Code';

/** What is compared on rows of its own, and what is only true while one looks. */
const LEFT_OUT = /^(?:running$|port \d)/;

type Line = { readonly what: string; readonly value: string };

/**
 * What the lines of a machine (local/facts/fact-lines.ts), here or in a report, tell of it.
 * @param isSeen false where nobody looked; then a line that is missing says nothing
 */
export function toldByLines(lines: readonly Line[], isSeen: boolean): PlaceMachine {
  const of = (pattern: RegExp) =>
    lines.filter(({ what }) => pattern.test(what)).map(({ what, value }) => `${what}=${value}`);
  const valueOf = (name: string) => lines.find(({ what }) => what === name)?.value ?? null;
  const others = lines.filter(
    ({ what }) =>
      ![REMOTE, PROVIDER].includes(what) &&
      ![CERTIFICATES, NETWORK, LEFT_OUT].some((one) => one.test(what)),
  );
  return {
    ...NOT_SEEN,
    remote: isSeen ? (valueOf(REMOTE)?.split(', ') ?? []) : null,
    network: isSeen ? of(NETWORK).toSorted() : null,
    certificates: isSeen ? of(CERTIFICATES).toSorted() : null,
    provider: valueOf(PROVIDER),
    lines: new Map(others.map(({ what, value }) => [what, value])),
  };
}
