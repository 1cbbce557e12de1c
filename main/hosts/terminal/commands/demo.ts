import { AppError } from '../../../contract/errors.ts';
import { startDemoSession } from '../../shared/start-demo-session.ts';
import { diagnoseHere } from '../check/diagnose-here.ts';
import { writeReport } from '../check/write-report.ts';
import type { TerminalCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { paragraph } from '../report/paragraph.ts';
import { terminalStyle } from '../report/terminal-style.ts';

const STORY = [
  'A server that fails as in anthropics/claude-code#11814 now runs on this machine, with a throw-away home whose configuration names it. The report said: Claude Desktop and claude.ai end on about:blank again and again, while the command line works. Here is what Unblank sees. Nothing leaves this machine, and nothing of yours is read.',
];

export const command: TerminalCommand = {
  summary: 'start a broken server in a throw-away home and diagnose it',
  declare: (program, done) =>
    program
      .option('--json', 'print the report as JSON')
      .action(async (options: { json?: boolean }) => done(await runDemo(options.json ?? false))),
};

/** Exit 0: the demo is meant to find something. */
async function runDemo(json: boolean): Promise<number> {
  const style = terminalStyle(process.stderr, process.env);
  process.stderr.write(`${paragraph(STORY[0]!, style.width)}\n\n`);
  const demo = await startDemoSession();
  try {
    const report = await diagnoseHere({
      ports: demo.ports,
      request: {
        choice: { kind: 'urls', urls: [demo.url] },
        clients: null,
        offline: false,
        connectTo: demo.connectTo,
        ca: demo.ca,
        register: false,
      },
    });
    if (report.targets[0]?.rootCause == null)
      throw new AppError('demo-failed', { reason: 'the broken server was not seen as broken' });
    await writeReport(report, { format: json ? 'json' : 'text', output: null });
    if (!json) process.stderr.write('\nYour own server: unblank check https://your-host/mcp\n');
    return EXIT.ok;
  } finally {
    await demo.close();
  }
}
