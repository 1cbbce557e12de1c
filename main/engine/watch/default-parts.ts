import { findLogs } from '../local/logs/find-logs.ts';
import { createLogReader } from '../local/logs/log-reader.ts';
import { stepIncident } from '../local/logs/incidents/step-incident.ts';
import type { WatchParts } from './watch-parts.ts';

/** How logs are found, read and told on a real machine. */
export const WATCH_PARTS: WatchParts = {
  findLogs,
  createReader: (source) => {
    const reader = createLogReader(source);
    return {
      take: reader.take,
      urls: () => reader.result({ kind: 'missing' }).urls,
    };
  },
  step: stepIncident,
};
