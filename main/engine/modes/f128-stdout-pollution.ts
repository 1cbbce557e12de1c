import { defineTargetMode } from '../model/mode.ts';

/**
 * F128: a local server prints text where only protocol messages may stand. Only a log shows it; a line
 * of one becomes the finding (run/log-findings.ts).
 */
export const mode = defineTargetMode({
  code: 'F128',
  title: 'The local server prints text among its messages',
  explanation:
    'A local server speaks to Claude through its standard output, one JSON message per line. Whatever else it prints there cannot be read: Claude shows “Unexpected token … is not valid JSON”, drops the line, and sometimes the server.',
  whatToDo:
    'Let the server write its own messages to standard error (console.error, file=sys.stderr), also those of libraries and of the script that starts it.',
  step: 'call',
  severity: 'warning',
  category: 'runtime',
  confidence: 'likely',
  clients: ['claude-desktop-stdio'],
  requirements: [],
  references: [
    'https://github.com/thedotmack/claude-mem/issues/396',
    'https://modelcontextprotocol.io/docs/tools/debugging',
  ],
  needs: ['local'],
  judge: () => [],
});
