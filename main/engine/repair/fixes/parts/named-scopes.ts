import type { TargetReport } from '../../../../contract/report.ts';
import { redactText } from '../../../redact/text.ts';

/** Scopes as one place of a server names them. */
export interface NamedScopes {
  readonly id: string;
  readonly label: string;
  /** Separated by spaces (RFC 6749 §3.3). */
  readonly scope: string;
}

const LIMIT = 400;
/** RFC 6749 appendix A.4. */
const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/;

type Exchange = TargetReport['trace'][number];

interface Place {
  readonly id: string;
  readonly label: string;
  readonly read: (exchange: Exchange) => string | null;
}

const PLACES: readonly Place[] = [
  { id: 'challenge', label: 'What the server asked for', read: inChallenge },
  {
    id: 'resource',
    label: 'All that the resource metadata lists',
    read: (one) => listedIn(one, 'protected resource metadata'),
  },
  {
    id: 'server',
    label: 'All that the authorization server knows',
    read: (one) => listedIn(one, 'authorization server metadata'),
  },
];

/** The scopes that a server names, each spelling once; none where it was not asked. */
export function namedScopes(target: TargetReport | null): readonly NamedScopes[] {
  const found = PLACES.flatMap(({ id, label, read }) => {
    const scope = (target?.trace ?? []).map(read).find((one) => one !== null && isShown(one));
    return scope == null ? [] : [{ id, label, scope }];
  });
  return found.filter(({ scope }, at) => found.findIndex((one) => one.scope === scope) === at);
}

function isShown(scope: string): boolean {
  return scope.length <= LIMIT && SCOPE.test(scope) && redactText(scope) === scope;
}

function inChallenge({ response }: Exchange): string | null {
  if (response === null || (response.status !== 401 && response.status !== 403)) return null;
  const header = response.headers.find(([name]) => name.toLowerCase() === 'www-authenticate')?.[1];
  return /\bscope="([^"]*)"/i.exec(header ?? '')?.[1] ?? null;
}

function listedIn({ purpose, response }: Exchange, wanted: string): string | null {
  if (purpose !== wanted || response?.status !== 200) return null;
  const list = /"scopes_supported"\s*:\s*\[([^\]]*)\]/.exec(response.body)?.[1];
  if (list === undefined) return null;
  const names = Array.from(list.matchAll(/"([^"\\]+)"/g), ([, one]) => one ?? '');
  return names.length === 0 ? null : names.join(' ');
}
