import type { LaunchOptions } from './driver.ts';

/**
 * The arguments that every windowed host takes (main/hosts/shared/app-arguments.ts).
 * @param options the profile to look at
 */
export function appArguments(options: LaunchOptions): string[] {
  const project = options.project === undefined ? [] : [`--project=${options.project}`];
  return [`--home=${options.home}`, `--os=${options.os}`, ...project];
}
