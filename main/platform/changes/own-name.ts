const PART = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
/** Windows takes these for devices, whatever follows the dot. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/**
 * The parts of a name in our own folder. Names are made by us: plain letters, digits, `.`, `_` and `-`,
 * so no `..`, no absolute path and no NUL can be among them.
 * @throws Error for any other: that is a bug of ours
 */
// SECURITY: G12
export function ownNameParts(name: string): readonly string[] {
  const parts = name.split('/');
  const isPlain = parts.every(
    (part) => PART.test(part) && !part.endsWith('.') && !DEVICE.test(part),
  );
  if (!isPlain) throw new Error('That is no name for a file of ours.');
  return parts;
}
