import type { TargetReport } from '../../../contract/report.ts';
import type { IncidentReport } from '../../../contract/story.ts';
import { paragraph } from './paragraph.ts';
import type { TerminalStyle } from './terminal-style.ts';

/** More stories are in the JSON report. */
const STORY_LIMIT = 3;

/**
 * What clients wrote down and keep about one server; empty where they did nothing. What already stands
 * as evidence of a finding is not said again.
 */
export function storiesText(target: TargetReport, style: TerminalStyle): string {
  const stories = tellingStories(target.incidents);
  const told = stories.slice(0, STORY_LIMIT).map(({ says, file, lines }) => {
    const at = lines.at(-1)?.line ?? null;
    return `${paragraph(says, style.width, 2)}\n${style.dim(`  ${file}${at === null ? '' : `:${at}`}`)}`;
  });
  const more = target.incidents.length - told.length;
  const rest =
    more > 0
      ? [style.dim(`  ${more} further ${more === 1 ? 'story' : 'stories'} in the JSON report.`)]
      : [];
  const kept = unsaidOf(target).map(
    ({ fact, file }) => `${paragraph(fact, style.width, 2)}\n${style.dim(`  ${file}`)}`,
  );
  return [
    ...(told.length === 0 ? [] : [style.bold('What the logs tell'), ...told, ...rest]),
    ...(kept.length === 0 ? [] : [style.bold('What clients keep'), ...kept]),
  ].join('\n\n');
}

/** A story without an end tells nothing beside one that has one. */
function tellingStories(incidents: readonly IncidentReport[]): readonly IncidentReport[] {
  const ended = incidents.filter((one) => one.ended !== 'open');
  return ended.length === 0 ? incidents.slice(0, 1) : ended;
}

function unsaidOf({ stored, findings }: TargetReport): TargetReport['stored'] {
  const said = new Set(
    findings.flatMap(({ evidence }) =>
      evidence.map((one) => (one.kind === 'store' ? one.fact : '')),
    ),
  );
  return stored.filter(({ fact }) => !said.has(fact));
}
