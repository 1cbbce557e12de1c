import type { ClientId } from '../../../contract/words.ts';
import { hasUnknownType } from '../replay/unknown-type.ts';
import type { Basis, Rule } from '../../model/client.ts';

/**
 * Claude Code takes an entry without a type for a local command and does not start it; one with a
 * type that it does not know it leaves out.
 * @param client whose entries count
 * @see F112, F113; https://code.claude.com/docs/en/mcp
 */
export function entryWithType(client: ClientId, basis: Basis, source: string): Rule {
  return {
    step: 'local',
    basis,
    source,
    check: ({ evidence }) => {
      const odd = evidence.entries.find((one) => one.client === client && hasUnknownType(one));
      if (odd) return { outcome: 'blocked', cause: 'F113', why: unknownType(odd.name) };
      const bare = evidence.entries.find(
        (one) => one.client === client && one.declaredType === null && one.command === null,
      );
      if (!bare) return null;
      const why = `The entry “${bare.name}” has an address but no type, so it is taken for a local command and not started.`;
      return { outcome: 'blocked', cause: 'F112', why };
    },
  };
}

function unknownType(name: string): string {
  return `The entry “${name}” names a type that Claude Code does not know, so it is left out.`;
}
