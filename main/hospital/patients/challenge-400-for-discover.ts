import { definePatient } from '../patient.ts';
import { json } from '../reply.ts';
import { rpcError } from '../rpc.ts';

const UNKNOWN = json(400, rpcError(0, -32600, 'Unsupported protocol version'));

export const patient = definePatient({
  name: 'challenge-400-for-discover',
  title: '401 only in one protocol revision',
  breaks:
    'A request of revision 2026-07-28 is answered 400 before any token is asked for; older revisions get the 401.',
  expects: ['F21'],
  number: 24,
  requirement: 'RS-35',
  seenBy: 'probe',
  mutate: () => ({
    mcpBefore: ({ headers }) => (headers['mcp-method'] === 'server/discover' ? UNKNOWN : null),
  }),
});
