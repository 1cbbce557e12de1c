import { AppError } from '../../contract/errors.ts';
import type { Handlers } from '../../contract/host.ts';
import type { AppOptions } from './app-options.ts';

/**
 * The handler of a comparison: what lies on this machine, read anew. A window names a server and no
 * file (safety B7); further files are given at the command line.
 * @param signal ends the reading when the window closes
 */
export function compareHandlers(
  { ports, loadRules }: Pick<AppOptions, 'ports' | 'loadRules'>,
  signal: AbortSignal,
): Pick<Handlers, 'compare.run'> {
  return {
    'compare.run': async ({ target }) => {
      const { compareHere } = await import('../compare/compare-here.ts');
      const { modes } = await loadRules();
      const choice = { kind: 'server', id: target } as const;
      const [comparison] = await compareHere({ choice }, { ports, modes, signal });
      if (comparison === undefined) throw new AppError('unknown-target');
      return comparison;
    },
  };
}
