import type { ClientId } from '../../../contract/words.ts';
import type { Basis, Rule } from '../../model/client.ts';
import { speaksOnlyEventStream } from '../replay/replay.ts';

/**
 * A configured `type` that is not what the server speaks.
 * @param client whose entries count; without one, the right type is taken for granted
 * @see F113
 */
export function configuredTransport(client: ClientId, basis: Basis, source: string): Rule {
  return {
    step: 'local',
    basis,
    source,
    check: ({ evidence }) => {
      const own = evidence.entries.filter((one) => one.client === client);
      if (own.length === 0 || evidence.first === null) return null;
      const needed = speaksOnlyEventStream(evidence.first) ? 'sse' : 'http';
      const wrong = own.find((one) => one.transport !== needed && isRemote(one.transport));
      if (!wrong || needed === 'http') return null;
      const why = `The entry “${wrong.name}” says ${wrong.declaredType ?? 'nothing'}, but the server offers only an event stream.`;
      return { outcome: 'blocked', cause: 'F113', why };
    },
  };
}

function isRemote(transport: string): boolean {
  return transport === 'http' || transport === 'sse';
}
