import { definePatient } from '../patient.ts';
import type { Sender } from '../patient.ts';
import { json } from '../reply.ts';

/** The good one first, then one more in front of it with every reading. */
function changing(): Sender {
  let readings = 0;
  return (document) => () => {
    const others = Array.from({ length: readings }, (_, at) => `https://${at}.evil.example`);
    const servers = document.authorization_servers;
    readings += 1;
    return json(200, {
      ...document,
      authorization_servers: [...(Array.isArray(servers) ? servers : []), ...others],
    });
  };
}

export const patient = definePatient({
  name: 'hostile-changing',
  title: 'Each reading says something else',
  breaks: 'The resource metadata names another authorization server each time that it is read.',
  expects: ['F16'],
  number: null,
  requirement: 'PR-20',
  seenBy: 'probe',
  mutate: () => ({ resourceMetadataSent: changing() }),
});
