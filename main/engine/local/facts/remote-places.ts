import type { RemotePlace } from '../../model/machine-facts.ts';
import type { Ports } from '../../ports.ts';

type PlacePorts = Pick<Ports, 'files' | 'place'>;
type Sign = (ports: PlacePorts) => boolean | Promise<boolean>;

/** Signs of a machine whose browser is on another one, or that has none. */
const SIGNS: readonly (readonly [RemotePlace, readonly Sign[]])[] = [
  ['wsl', [isSet('WSL_DISTRO_NAME'), kernelOfWindows]],
  ['ssh', [isSet('SSH_CONNECTION'), isSet('SSH_TTY')]],
  [
    'container',
    [
      isSet('REMOTE_CONTAINERS'),
      isSet('DEVCONTAINER'),
      marked('/.dockerenv'),
      marked('/run/.containerenv'),
    ],
  ],
  ['codespaces', [isSet('CODESPACES')]],
  ['no-display', [hasNoDisplay]],
];

/**
 * Where we run, as far as it decides whether a browser can come back to this machine (F70).
 * @returns none for a copied profile: it says nothing of how it is used
 */
export async function remotePlaces(ports: PlacePorts): Promise<readonly RemotePlace[]> {
  if (ports.place.copied) return [];
  const found = await Promise.all(
    SIGNS.map(async ([place, signs]) => {
      const seen = await Promise.all(signs.map(async (sign) => sign(ports)));
      return seen.includes(true) ? [place] : [];
    }),
  );
  return found.flat();
}

function isSet(name: string): Sign {
  return ({ place }) => !['', 'false', '0'].includes(place.env(name) ?? '');
}

/** Also where the variables were not handed on, as in a service of WSL. */
async function kernelOfWindows({ files, place }: PlacePorts): Promise<boolean> {
  if (place.os !== 'linux') return false;
  const read = await files.read('/proc/version', 4096).catch(() => null);
  return read?.kind === 'bytes' && /microsoft/iu.test(new TextDecoder().decode(read.bytes));
}

function marked(path: string): Sign {
  return async ({ files, place }) =>
    place.os === 'linux' && (await files.stat(path).catch(() => null)) !== null;
}

function hasNoDisplay({ place }: PlacePorts): boolean {
  const display = (place.env('DISPLAY') ?? '') + (place.env('WAYLAND_DISPLAY') ?? '');
  return place.os === 'linux' && display === '';
}
