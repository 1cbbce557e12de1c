import { emitAppEvent } from './app-events.ts';
import { createSession, type SessionCore } from './session.ts';
import { NotInStandIn, strict } from './strict.ts';

const sessions = new Map<string, SessionCore>();

/**
 * The session of a partition, made when first asked for (api/session, fromPartition).
 * @param partition its name; '' for the default session
 */
export function sessionOf(partition: string): SessionCore {
  const known = sessions.get(partition);
  if (known !== undefined) return known;
  const created = createSession(partition);
  sessions.set(partition, created);
  emitAppEvent('session-created', created.object);
  return created;
}

/** @param object an `Electron.Session` that was made here (structures/web-preferences, session) */
export function sessionOfObject(object: object): SessionCore {
  const known = [...sessions.values()].find((one) => one.object === object);
  if (known === undefined) throw new NotInStandIn('a session that was not made here');
  return known;
}

/** The module `session`; options of fromPartition are not here. */
export const session = strict('session', {
  fromPartition: (partition: string) => sessionOf(partition).object,
});
