import { definePatient } from '../patient.ts';
import { json } from '../reply.ts';
import { rpcError } from '../rpc.ts';

export const patient = definePatient({
  name: 'challenge-200-rpc-error',
  title: '200 with an error in it',
  breaks:
    'A request without a token is answered 200 with a JSON-RPC error, which no client takes for a challenge.',
  expects: ['F21'],
  number: 4,
  requirement: 'RS-01',
  seenBy: 'probe',
  mutate: () => ({ challenge: json(200, rpcError(1, -32001, 'Unauthorized')) }),
});
