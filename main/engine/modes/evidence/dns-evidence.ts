import type { Evidence } from '../../../contract/report.ts';
import type { HostFacts } from '../../ports.ts';

/** The resolver's answers for a host. @param note what to look at in them, as a sentence */
export function dnsEvidence({ host, addresses }: HostFacts, note: string): Evidence {
  return { kind: 'dns', host, addresses: addresses.map(({ address }) => address), note };
}
