const NAME = /^(?:[a-z0-9][a-z0-9_-]{0,63}\/)?[a-z0-9][a-z0-9_.-]{0,99}$/;

/** A name as we give them: at most one folder, nothing that leads anywhere (safety H11). */
export function isOwnName(name: string): boolean {
  return NAME.test(name) && !name.includes('..');
}
