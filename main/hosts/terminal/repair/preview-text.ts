import type { Preview, RepairStep } from '../../../contract/repair.ts';
import { CLIENT_WORDS } from '../../../contract/words.ts';
import { visible } from '../../../engine/redact/visible.ts';
import { block, paragraph } from '../report/paragraph.ts';
import type { TerminalStyle } from '../report/terminal-style.ts';
import { diffText } from './diff-text.ts';

/**
 * A plan for people, in the order of a guided repair: what is wrong, what will change, what will not,
 * what is looked at after it, and what stands in the way.
 */
export function previewText(preview: Preview, style: TerminalStyle): string {
  const { offer, why, risk, steps, leavesAlone, checks, restarts, blocked } = preview;
  const facts = [offer.code, offer.id, RISKS[risk]].filter((one) => one !== '').join(', ');
  const again = restarts.map((one) => `Start ${CLIENT_WORDS[one]} again afterwards.`);
  const parts = [
    `${style.bold(visible(offer.title))}\n${style.dim(facts)}`,
    paragraph(visible(why), style.width),
    ...steps.map((one) => stepText(one, style)),
    listed('What stays as it is', leavesAlone, style),
    listed('What is looked at afterwards', [...checks, ...again], style),
    ...blocked.map((one) => blockedText(one, style)),
  ];
  return `${parts.filter((one) => one !== '').join('\n\n')}\n`;
}

const RISKS: Readonly<Record<Preview['risk'], string>> = {
  low: '',
  'sign-in-again': 'you sign in again afterwards',
  'lost-for-good': 'what it removes cannot be brought back',
};

function stepText(step: RepairStep, style: TerminalStyle): string {
  if (step.kind === 'change') return diffText(step.change, style);
  if (step.kind === 'tell') return tellText(step.text, step.copy, style);
  if (step.kind === 'open-page')
    return paragraph(`${visible(step.text)} (${visible(step.page)})`, style.width, 2);
  const state = {
    true: 'it runs now',
    false: 'it does not run',
    null: 'whether it runs cannot be seen',
  }[String(step.running) as 'true' | 'false' | 'null'];
  const head = `Quit ${CLIENT_WORDS[step.client]} fully (${state}). ${visible(step.text)}`;
  return paragraph(step.running === true ? style.yellow(head) : head, style.width, 2);
}

/** What is to be copied stands alone on its lines. */
function tellText(text: string, copy: string | null, style: TerminalStyle): string {
  const said = visible(text, '\n')
    .split('\n')
    .map((one) => paragraph(one, style.width, 2))
    .join('\n');
  return copy === null ? said : `${said}\n\n${block(visible(copy, '\n\t'), 4)}`;
}

function listed(title: string, lines: readonly string[], style: TerminalStyle): string {
  if (lines.length === 0) return '';
  const rows = lines.map((one) => paragraph(visible(one), style.width, 2));
  return [style.bold(title), ...rows].join('\n');
}

function blockedText({ why, whatToDo }: Preview['blocked'][number], style: TerminalStyle): string {
  const head = `${style.marks.blocked} ${style.bold('Not now:')} ${visible(why)}`;
  return [
    paragraph(style.red(head), style.width),
    paragraph(visible(whatToDo), style.width, 2),
  ].join('\n');
}
