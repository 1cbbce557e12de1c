import { modePage } from '../../../engine/app/catalogue.ts';
import { MODES } from '../../../engine/modes/index.generated.ts';
import { atStep, CLIENT_WORDS } from '../../../contract/words.ts';
import type { ModePage } from '../../../contract/table.ts';
import type { TerminalCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { paragraph } from '../report/paragraph.ts';
import { terminalStyle, type TerminalStyle } from '../report/terminal-style.ts';

export const command: TerminalCommand = {
  summary: 'what a code means, what it does and what to do about it',
  declare: (program, done) =>
    program
      .argument('[code]', 'a code such as F23; none lists them all')
      .option('--json', 'print it as JSON')
      .action((code: string | undefined, options: { json?: boolean }) => {
        const pages = (code === undefined ? MODES.map((one) => one.code) : [code]).map((one) =>
          modePage(MODES, one),
        );
        const style = terminalStyle(process.stdout, process.env);
        const text = code === undefined ? listText(pages, style) : pageText(pages[0]!, style);
        const json = JSON.stringify(code === undefined ? pages : pages[0], null, 2);
        process.stdout.write(`${options.json ? json : text}\n`);
        done(EXIT.ok);
      }),
};

function listText(pages: readonly ModePage[], style: TerminalStyle): string {
  return (
    pages.map((one) => `${one.code.padEnd(5)} ${one.title}`).join('\n') +
    `\n\n${style.dim('unblank explain CODE shows one of them.')}`
  );
}

function pageText(page: ModePage, style: TerminalStyle): string {
  const facts = [
    atStep(page.step),
    page.severity,
    `${page.severity === 'error' ? 'stops' : 'concerns'} ${page.clients.map((one) => CLIENT_WORDS[one]).join(' · ')}`,
  ];
  return [
    `${style.bold(page.title)}  ${style.dim(page.code)}`,
    paragraph(style.dim(facts.join('; ')), style.width, 2),
    paragraph(page.explanation, style.width, 2),
    `  ${style.bold('What to do')}`,
    paragraph(page.whatToDo, style.width, 2),
    `  ${style.bold('Read more')}`,
    page.references.map((one) => `  ${one.title}`).join('\n'),
  ].join('\n\n');
}
