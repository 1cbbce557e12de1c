import type { Places } from '../local/gather-machine.ts';
import type { Files } from '../ports.ts';

/** A file with all authorities of the web is smaller. */
const LIMIT = 1024 * 1024;
const CERTIFICATE = /-----BEGIN CERTIFICATE-----/;

/**
 * The authorities that Claude Code is told to trust by its own settings, besides those that the user
 * of this run names. Without them a certificate that Claude Code accepts would be called refused, and
 * the fix of F11 could never be seen to work.
 * @param ca what `--cacert` gave, or null
 * @returns PEM of both, or null where there is none; a file that holds no certificate counts as none
 */
export async function namedAuthorities(
  ca: string | null,
  { settings }: Pick<Places, 'settings'>,
  files: Pick<Files, 'read'>,
): Promise<string | null> {
  const paths = settings
    .filter(({ client }) => client === 'claude-code')
    .flatMap(({ facts }) => facts)
    .filter(({ kind, name }) => kind === 'variable' && name === 'NODE_EXTRA_CA_CERTS')
    .map(({ value }) => value);
  const read = await Promise.all([...new Set(paths)].map((path) => files.read(path, LIMIT)));
  const texts = read.flatMap((one) =>
    one.kind === 'bytes' ? [new TextDecoder().decode(one.bytes)] : [],
  );
  const all = [ca, ...texts].filter((one) => one !== null && CERTIFICATE.test(one));
  return all.length === 0 ? ca : all.join('\n');
}
