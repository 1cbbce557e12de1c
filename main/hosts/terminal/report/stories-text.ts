import type { TargetReport } from '../../../contract/report.ts';
import { paragraph } from './paragraph.ts';
import type { TerminalStyle } from './terminal-style.ts';

/** More stories are in the JSON report. */
const STORY_LIMIT = 3;

/** What clients wrote down and keep about one server; empty where they did nothing. */
export function storiesText({ incidents, stored }: TargetReport, style: TerminalStyle): string {
  const told = incidents.slice(0, STORY_LIMIT).map(({ says, file, lines }) => {
    const at = lines.at(-1)?.line ?? null;
    return `${paragraph(says, style.width, 2)}\n${style.dim(`  ${file}${at === null ? '' : `:${at}`}`)}`;
  });
  const more = incidents.length - STORY_LIMIT;
  const rest =
    more > 0
      ? [style.dim(`  ${more} older ${more === 1 ? 'story' : 'stories'} in the JSON report.`)]
      : [];
  const kept = stored.map(
    ({ fact, file }) => `${paragraph(fact, style.width, 2)}\n${style.dim(`  ${file}`)}`,
  );
  return [
    ...(told.length === 0 ? [] : [style.bold('What the logs tell'), ...told, ...rest]),
    ...(kept.length === 0 ? [] : [style.bold('What clients keep'), ...kept]),
  ].join('\n\n');
}
