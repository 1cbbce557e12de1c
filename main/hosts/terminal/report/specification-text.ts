import type { TargetReport } from '../../../contract/report.ts';
import type { RequirementReport } from '../../../contract/requirement-report.ts';
import { paragraph } from './paragraph.ts';
import type { TerminalStyle } from './terminal-style.ts';

/** What the specification asks, apart from what clients do: a count, and what is broken. */
export function specificationText({ specification }: TargetReport, style: TerminalStyle): string {
  if (specification.length === 0) return '';
  const of = (state: RequirementReport['state']) =>
    specification.filter((one) => one.state === state);
  const broken = of('broken').map((one) =>
    paragraph(`${one.id}  ${one.text} ${style.dim(levelOf(one))}`, style.width, 2),
  );
  const count = `${of('met').length} requirements met, ${broken.length} broken, ${of('not-seen').length} not seen from here (--json lists them)`;
  return [style.bold('The specification'), '', paragraph(count, style.width, 2), ...broken].join(
    '\n',
  );
}

/** What a registration left at the server. */
export function leftBehindText(target: TargetReport, style: TerminalStyle): string {
  if (!target.registrationTried) return '';
  const lines = target.leftBehind.map((one) => paragraph(one, style.width, 2));
  const none = '  Everything that was registered for this check is removed again.';
  const rows = lines.length > 0 ? lines : [none];
  return [style.bold('What the registration left behind'), '', ...rows].join('\n');
}

function levelOf({ level, revisions }: RequirementReport): string {
  const where = revisions.length === 0 ? 'asked by no revision' : revisions.join(', ');
  return `(${level}; ${where})`;
}
