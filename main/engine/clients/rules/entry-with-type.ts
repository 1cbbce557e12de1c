import type { ClientId } from '../../../contract/words.ts';
import type { Basis, Rule } from '../../model/client.ts';

/**
 * Claude Code takes an entry without a type for a local command and does not start it.
 * @param client whose entries count
 * @see F112; https://code.claude.com/docs/en/mcp
 */
export function entryWithType(client: ClientId, basis: Basis, source: string): Rule {
  return {
    step: 'local',
    basis,
    source,
    check: ({ evidence }) => {
      const bare = evidence.entries.find(
        (one) => one.client === client && one.declaredType === null && one.command === null,
      );
      if (!bare) return null;
      const why = `The entry “${bare.name}” has an address but no type, so it is taken for a local command and not started.`;
      return { outcome: 'blocked', cause: 'F112', why };
    },
  };
}
