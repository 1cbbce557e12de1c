import type { Machine, Place, Ports } from '../ports.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { createFakeFiles, type FakeFiles, type FakeTree } from './fake-files.ts';
import { createFakeHttp, type FakeHttp, type FakeHttpOptions } from './fake-http.ts';
import { createFakeLogs, type FakeLogs } from './fake-logs.ts';
import { createFakeMachine, type FakeMachineOptions } from './fake-machine.ts';
import { createFakePlace, type FakePlaceOptions } from './fake-place.ts';

export interface FakePortsOptions extends FakePlaceOptions, FakeHttpOptions {
  readonly files?: FakeTree;
  /** Wall time in milliseconds at which the clock stands. */
  readonly now?: number;
  readonly machine?: FakeMachineOptions;
}

export interface FakePorts extends Ports {
  readonly files: FakeFiles;
  readonly logs: FakeLogs;
  readonly machine: Machine;
  readonly http: FakeHttp;
  readonly clock: FakeClock;
  readonly place: Place;
}

/**
 * All ports as fakes: files from an object, HTTP from a table, a clock that stands, a Linux home.
 * @example createFakePorts({ files: { '/home/ada/.claude.json': '{}' },
 *   routes: { 'GET https://mcp.example.com/mcp': answerText('', 405) } })
 */
export function createFakePorts(options: FakePortsOptions = {}): FakePorts {
  const files = createFakeFiles(options.files);
  return {
    files,
    logs: createFakeLogs(files),
    machine: createFakeMachine(options.machine),
    http: createFakeHttp(options),
    clock: createFakeClock(options.now),
    place: createFakePlace(options),
  };
}
