import { AppError } from '../../contract/errors.ts';
import type { Transport } from '../../contract/words.ts';
import { targetsOf } from '../local/targets.ts';
import { redactUrl } from '../redact/url.ts';
import type { MachineEvidence, NotExamined, ServerEntry } from '../model/evidence.ts';
import { targetIds } from './target-id.ts';

/** What a run is asked to look at. */
export type TargetChoice =
  | { readonly kind: 'everything' }
  | { readonly kind: 'urls'; readonly urls: readonly string[] }
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'target'; readonly id: string };

export interface PlannedTarget {
  readonly id: string;
  readonly url: string | null;
  readonly transport: Transport;
  readonly entries: readonly ServerEntry[];
}

export interface Plan {
  readonly targets: readonly PlannedTarget[];
  readonly notExamined: readonly NotExamined[];
}

/**
 * Decides which servers a run looks at. Ids come from all servers of the machine, so that the same
 * server has the same id whatever was chosen.
 * @throws AppError `unknown-name` or `unknown-target` where the choice names nothing
 */
export function planTargets(choice: TargetChoice, machine: Pick<MachineEvidence, 'configs'>): Plan {
  const configured = configuredTargets(machine);
  switch (choice.kind) {
    case 'everything':
      return configured;
    case 'urls':
      return planUrls(choice.urls, configured.targets);
    case 'names':
      return {
        targets: choice.names.flatMap((name) => byName(name, configured.targets)),
        notExamined: [],
      };
    case 'target': {
      const target = configured.targets.find((one) => one.id === choice.id);
      if (!target) throw new AppError('unknown-target');
      return { targets: [target], notExamined: [] };
    }
  }
}

/** Every server that this machine's files name. */
export function configuredTargets(machine: Pick<MachineEvidence, 'configs'>): Plan {
  const { targets, notExamined } = targetsOf(machine);
  const ids = targetIds(targets.map(labelOf));
  return { targets: targets.map((one, at) => ({ ...one, id: ids[at]! })), notExamined };
}

/** A URL that this machine's files name as well keeps what they say of it. */
function planUrls(urls: readonly string[], configured: readonly PlannedTarget[]): Plan {
  const unique = [...new Set(urls)];
  // Behind the configured ones, so that no id is given twice.
  const labels = unique.map((url) => labelOf({ url, entries: [] }));
  const ids = targetIds([...configured.map(labelOf), ...labels]).slice(configured.length);
  const targets = unique.map((url, at): PlannedTarget => {
    const known = configured.find((one) => one.url === url);
    return known ?? { id: ids[at]!, url, transport: 'unknown', entries: [] };
  });
  return { targets, notExamined: [] };
}

/** An id goes everywhere, so nothing of an address is in it that could be secret. */
function labelOf({ url, entries }: Pick<PlannedTarget, 'url' | 'entries'>): string {
  if (url === null) return entries[0]?.name ?? 'server';
  return redactUrl(url).replace(/[?#].*$/s, '');
}

function byName(name: string, configured: readonly PlannedTarget[]): readonly PlannedTarget[] {
  const found = configured.filter((one) => one.entries.some((entry) => entry.name === name));
  if (found.length === 0) throw new AppError('unknown-name', { name });
  return found;
}
