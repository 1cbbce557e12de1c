import type { Ports } from '../engine/ports.ts';
import { nodeClock } from './clock.ts';
import { createFiles } from './files.ts';
import { createHttp } from './http/create-http.ts';
import { createLogs } from './logs/create-logs.ts';
import { createMachine } from './machine/create-machine.ts';
import { createPlace, type PlaceChoice } from './place.ts';

/**
 * All ports on Node. Nothing is opened or sent before a port is used (safety E8).
 * @param choice which place is examined; for a copied profile nothing outside its home and the
 *   project is read
 */
export function createNodePorts(choice: PlaceChoice): Ports {
  const place = createPlace(choice);
  const roots = place.project === null ? [place.home] : [place.home, place.project];
  return {
    files: createFiles({ roots: place.copied ? roots : null }),
    logs: createLogs({ roots: place.copied ? roots : null }),
    machine: createMachine(place),
    http: createHttp(),
    clock: nodeClock,
    place,
  };
}
