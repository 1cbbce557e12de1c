import type { ChannelNames } from '../main/contract/client.ts';

declare global {
  /** The names of main/contract/table.ts, written in by the bundler: no schema enters a preload. */
  const CHANNELS: ChannelNames;
}
