import { toMain } from './address.ts';
import type { Cdp } from './cdp.ts';
import { strict } from './strict.ts';
import { PRELOAD_WORLD } from './world-scripts.ts';

interface Frame {
  readonly parentId: string | null;
  readonly url: string;
}
interface World {
  readonly frameId: string;
  readonly origin: string;
}
interface CdpFrame {
  readonly id: string;
  readonly parentId?: string;
  readonly url: string;
  readonly urlFragment?: string;
}
interface CdpContext {
  readonly id: number;
  readonly origin: string;
  readonly name: string;
  readonly auxData: { readonly frameId: string };
}

/** The frames of a page and the preload's worlds in them, as Chromium reports them. */
export interface Frames {
  /** WebFrameMain of a world that sent something, or null once it is gone. */
  readonly ofWorld: (worldId: number) => object | null;
  /** The preload's world in the main frame, or null where there is none. */
  readonly mainWorld: () => number | null;
  readonly url: (frameId: string) => string;
}

/**
 * Follows the frames of a page. Page and Runtime must be enabled after this.
 * @param cdp the page
 * @param mainFrameId its main frame, which keeps its id over navigations
 */
export function followFrames(cdp: Cdp, mainFrameId: string): Frames {
  const frames = new Map<string, Frame>([[mainFrameId, { parentId: null, url: 'about:blank' }]]);
  const worlds = new Map<number, World>();
  const keep = (frame: CdpFrame) =>
    frames.set(frame.id, {
      parentId: frame.parentId ?? null,
      url: frame.url + (frame.urlFragment ?? ''),
    });
  cdp.on<{ frame: CdpFrame }>('Page.frameNavigated', ({ frame }) => keep(frame));
  cdp.on<{ frameId: string; parentFrameId: string }>('Page.frameAttached', (frame) =>
    keep({ id: frame.frameId, parentId: frame.parentFrameId, url: 'about:blank' }),
  );
  cdp.on<{ frameId: string; url: string }>('Page.navigatedWithinDocument', ({ frameId, url }) =>
    frames.set(frameId, { parentId: frames.get(frameId)?.parentId ?? null, url }),
  );
  cdp.on<{ frameId: string }>('Page.frameDetached', ({ frameId }) => frames.delete(frameId));
  cdp.on<{ context: CdpContext }>('Runtime.executionContextCreated', ({ context }) => {
    if (context.name !== PRELOAD_WORLD) return;
    worlds.set(context.id, { frameId: context.auxData.frameId, origin: context.origin });
  });
  cdp.on<{ executionContextId: number }>('Runtime.executionContextDestroyed', (gone) =>
    worlds.delete(gone.executionContextId),
  );
  cdp.on('Runtime.executionContextsCleared', () => worlds.clear());

  /** api/web-frame-main: url, origin, parent; reading a frame that is gone throws. */
  const frameObject = (frameId: string, origin: () => string): object => {
    const read = () => {
      const frame = frames.get(frameId);
      if (frame === undefined)
        throw new Error('Render frame was disposed before WebFrameMain could be accessed');
      return frame;
    };
    return strict('WebFrameMain', {
      get url() {
        return toMain(read().url);
      },
      get origin() {
        read();
        return toMain(origin());
      },
      get parent() {
        const { parentId } = read();
        return parentId === null ? null : frameObject(parentId, () => '');
      },
    });
  };
  return {
    ofWorld: (worldId) => {
      const world = worlds.get(worldId);
      return world === undefined ? null : frameObject(world.frameId, () => world.origin);
    },
    mainWorld: () => {
      const all = [...worlds].filter(([, world]) => world.frameId === mainFrameId);
      return all.at(-1)?.[0] ?? null;
    },
    url: (frameId) => toMain(frames.get(frameId)?.url ?? ''),
  };
}
