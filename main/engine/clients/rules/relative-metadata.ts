import type { Basis, Rule } from '../../model/client.ts';

/**
 * The Python SDK asks for a resource_metadata that is no absolute URL all the same, and fails there
 * before it comes to the well-known addresses.
 * @see reference-clients 2.4 (relative resource_metadata); RS-05; F22
 */
export function relativeMetadata(basis: Basis, source: string): Rule {
  return {
    step: 'challenge',
    basis,
    source,
    check: ({ challenge, metadataUrl }) => {
      const named = /resource_metadata=(?:"([^"]+)"|([^\s,]+))/.exec(challenge ?? '');
      if (named === null || metadataUrl !== null) return null;
      const why = `The 401 names “${named[1] ?? named[2]}”, which is no absolute URL, and it fails to ask there.`;
      return { outcome: 'blocked', cause: 'F22', why, sees: 'URL missing protocol' };
    },
  };
}
