import { SYSTEMS, type System } from '../../contract/words.ts';
import type { ProfileChoice } from './app-services.ts';

/**
 * Reads `--home DIR --os SYSTEM --project DIR` (also as `--home=DIR`) from the arguments of a
 * windowed host. Everything else is ignored: Electron and the system add arguments of their own.
 * @param argv the arguments after the program
 * @returns the profile to examine; unknown systems are treated as not given
 */
export function readAppArguments(argv: readonly string[]): ProfileChoice {
  const valueOf = (name: string): string | null => {
    const joined = argv.find((one) => one.startsWith(`--${name}=`));
    if (joined !== undefined) return joined.slice(name.length + 3) || null;
    const at = argv.indexOf(`--${name}`);
    return at < 0 ? null : (argv[at + 1] ?? null);
  };
  const os = valueOf('os');
  return {
    home: valueOf('home'),
    os: SYSTEMS.includes(os as System) ? (os as System) : null,
    project: valueOf('project'),
  };
}
