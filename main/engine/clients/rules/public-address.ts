import type { Basis, Rule, RuleHit } from '../../model/client.ts';
import { localityOf, portOf } from '../../safety/url-locality.ts';

/**
 * Hosted Claude connects from the cloud: https, a public name, best on port 443.
 * @see DOC-AUTH "Network reference"; F04, F05; clients.md, fact 1
 */
export function publicAddress(basis: Basis, source: string): Rule {
  return {
    step: 'reach',
    basis,
    source,
    check: ({ url }) => judge(new URL(url)),
  };
}

function judge(url: URL): RuleHit | null {
  if (localityOf(url.hostname) !== 'public')
    return {
      outcome: 'blocked',
      cause: 'F05',
      why: `Claude connects from its cloud, and ${url.hostname} exists only on this machine or network.`,
    };
  if (url.protocol !== 'https:')
    return { outcome: 'blocked', cause: 'F05', why: 'Claude’s cloud connects over https only.' };
  if (portOf(url) === 443) return null;
  const why = `Port ${portOf(url)}: several servers on other ports than 443 were never reached by Claude’s cloud.`;
  return { outcome: 'at-risk', cause: 'F04', why };
}
