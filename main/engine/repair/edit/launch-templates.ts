import type { Json, JsonObject } from '../../model/evidence.ts';
import type { LaunchTemplate } from '../../model/value-change.ts';
import { absoluteProgram } from './templates/absolute-program.ts';
import { cmdWrapper } from './templates/cmd-wrapper.ts';
import { mcpRemote } from './templates/mcp-remote.ts';
import { pinMcpRemote } from './templates/pin-mcp-remote.ts';
import { isJsonObject, refused, type Changed } from './changes/changed.ts';

interface Launch {
  readonly template: LaunchTemplate;
  readonly program?: string;
}

/** The only ways in which a command or its arguments are ever written (safety I4). */
const TEMPLATES: Readonly<
  Record<LaunchTemplate, (entry: JsonObject, program: string | null) => Changed>
> = {
  'mcp-remote': mcpRemote,
  'cmd-wrapper': cmdWrapper,
  'absolute-program': absoluteProgram,
  'pin-mcp-remote': pinMcpRemote,
};

/**
 * Writes the command of an entry by a fixed template. Each argument is an item of its own; none is put
 * together to a line that a shell would read.
 * @param value the entry
 */
// SECURITY: I4
export function launch(value: Json, { template, program }: Launch): Changed {
  if (!isJsonObject(value)) return refused('There is no entry here.');
  return TEMPLATES[template](value, program ?? null);
}
