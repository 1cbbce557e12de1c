import type { Reply } from './message.ts';
import type { Handler, Routes } from './site.ts';

/**
 * The same routes on a machine whose clock is wrong: its answers carry its own date.
 * @param aheadMs 0 for a clock that is right; then nothing changes
 */
export function aheadOfTime(routes: Routes, aheadMs: number): Routes {
  if (aheadMs === 0) return routes;
  const dated = (handler: Handler): Handler => {
    return (ask) => withDate(handler(ask), new Date(Date.now() + aheadMs));
  };
  return Object.fromEntries(
    Object.entries(routes).map(([path, route]) => [
      path,
      Object.fromEntries(
        Object.entries(route).map(([method, handler]) => [method, dated(handler)]),
      ),
    ]),
  );
}

function withDate(reply: Reply, date: Date): Reply {
  if (reply.kind === 'reset') return reply;
  return { ...reply, headers: { ...reply.headers, date: date.toUTCString() } };
}
