import type { ReactNode } from 'react';
import type { KeptToken } from '../../main/contract/table.ts';
import { useNow } from '../parts/use-now.ts';
import { formatTime } from '../view/format-time.ts';
import { hostOf } from '../view/host-of.ts';
import { Confirm, type AskProps, type Removal } from './confirm.tsx';
import { TOKENS } from './texts.ts';

/** One kept sign-in: what it is and how to be rid of it. A value is never here. */
export function TokenEntry(props: AskProps & { readonly entry: KeptToken }): ReactNode {
  const { entry, ...asking } = props;
  const isUnreadable = entry.kind === 'unreadable';
  return (
    <li>
      <h2 className="kept-title">
        {TOKENS.kinds[entry.kind]}
        {isUnreadable ? null : <span className="mono quiet"> {hostOf(entry.issuer)}</span>}
      </h2>
      {entry.pending ? <p className="hint">{TOKENS.pending}</p> : null}
      {isUnreadable ? <p className="hint">{TOKENS.unreadableText}</p> : <Facts entry={entry} />}
      <Confirm {...asking} removals={removalsOf(entry)} />
    </li>
  );
}

function Facts(props: { readonly entry: KeptToken }): ReactNode {
  const { entry } = props;
  const now = useNow();
  const names = TOKENS.rows;
  const rows: readonly (readonly [string, string])[] = [
    [names.issuer, entry.issuer],
    [names.resource, entry.resource === '' ? TOKENS.none : entry.resource],
    [names.clientId, entry.clientId],
    [names.scopes, entry.scopes.length === 0 ? TOKENS.none : entry.scopes.join(' ')],
    [names.expires, expiry(entry, now)],
    [names.saved, entry.savedAt === null ? TOKENS.none : timeOf(entry.savedAt)],
    [names.fingerprint, entry.fingerprint === '' ? TOKENS.none : entry.fingerprint],
    [names.where, TOKENS.where[entry.where]],
  ];
  return (
    <dl className="pairs pairs-close">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt className="quiet">{name}</dt>
          <dd className="mono">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function expiry({ expiresAt }: KeptToken, now: number): string {
  if (expiresAt === null) return TOKENS.notSaid;
  return expiresAt < now ? TOKENS.expired(timeOf(expiresAt)) : timeOf(expiresAt);
}

/** A number that is no time, as a damaged entry may hold, is shown as it is. */
function timeOf(milliseconds: number): string {
  const time = new Date(milliseconds);
  return Number.isNaN(time.getTime()) ? `${milliseconds}` : formatTime(time.toISOString());
}

/** What is damaged has no token to revoke. */
function removalsOf(entry: KeptToken): readonly Removal[] {
  const ids = [entry.id];
  const question = TOKENS.confirmRevoke(hostOf(entry.issuer) ?? entry.issuer);
  const what = entry.clientId === '' ? TOKENS.this : entry.clientId;
  return [
    ...(entry.kind === 'unreadable'
      ? []
      : [{ how: 'revoke', ids, label: TOKENS.revoke, question } as const]),
    { how: 'delete', ids, label: TOKENS.delete, question: TOKENS.confirmDelete(what) },
  ];
}
