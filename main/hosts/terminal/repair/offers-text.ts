import { visible } from '../../../engine/redact/visible.ts';
import { paragraph } from '../report/paragraph.ts';
import type { TerminalStyle } from '../report/terminal-style.ts';
import type { PlacedOffer } from './offers.ts';

/** The fixes that are offered, the one for the first thing to fix on top. */
export function offersText(offers: readonly PlacedOffer[], style: TerminalStyle): string {
  if (offers.length === 0) return `${paragraph(NONE, style.width)}\n`;
  const rows = offers.map((one) => offerText(one, style));
  return `${[...rows, style.dim(HINT)].join('\n\n')}\n`;
}

const NONE =
  'No fix is offered: nothing was found that Unblank can change or give exact text for. “unblank check” says what was seen.';
const HINT = 'See one before anything is changed: unblank fix ID --dry-run';

const AUTOMATIONS: Readonly<Record<PlacedOffer['automation'], string>> = {
  apply: 'Unblank makes the change',
  guided: 'Unblank makes the change with you, step by step',
  instructions: 'text for the owner of the server; nothing here is changed',
};

function offerText(offer: PlacedOffer, style: TerminalStyle): string {
  const { id, title, automation, undoable, code, finding, server, files } = offer;
  const where = server === null ? 'this machine' : visible(server);
  const undo =
    automation === 'instructions' ? '' : undoable ? '; can be undone' : '; cannot be undone';
  const touches = automation === 'instructions' ? [] : files;
  return [
    style.bold(visible(title)),
    paragraph(`unblank fix ${id}`, style.width, 2),
    paragraph(`For ${where}: ${visible(finding)} (${code})`, style.width, 2),
    ...touches.map((one) => paragraph(visible(one), style.width, 2)),
    paragraph(style.dim(`${AUTOMATIONS[automation]}${undo}`), style.width, 2),
  ].join('\n');
}
