import { describe, expect, test } from 'vitest';
import { localReport, type Roots } from './local-report.ts';
import { testFinding, testReport, testTarget } from './testing/test-report.ts';

/** What becomes of a text in the report. */
function shown(text: string, roots: Roots): string {
  const report = testReport([testTarget([testFinding({ explanation: text })])]);
  return localReport(report, roots).targets[0]?.findings[0]?.explanation ?? '';
}

const ADA = { home: '/home/ada', project: '/home/ada/shop' };
const WIN = { home: 'C:\\Users\\Ada', project: 'C:\\Users\\Ada\\shop' };

describe('H6: paths that leave the machine', () => {
  test.each([
    ['/home/ada/shop/.mcp.json', '.mcp.json'],
    ['in /home/ada/shop.', 'in ..'],
    ['“/home/ada/.claude.json”', '“~/.claude.json”'],
    ['/home/ada', '~'],
    ['file:///home/ada/x', 'file://~/x'],
    ['/projects/~1home~1ada~1shop/mcpServers', '/projects/./mcpServers'],
    ['/home/adam/x', '/home/adam/x'],
    ['/home/ada-2/x', '/home/ada-2/x'],
    ['https://a.example/home/ada/x', 'https://a.example/home/ada/x'],
  ])('%s becomes %s', (text, into) => {
    expect(shown(text, ADA)).toBe(into);
  });

  test.each([
    ['C:\\Users\\Ada\\shop\\.mcp.json', '.mcp.json'],
    ['c:\\users\\ada\\AppData\\x', '~/AppData\\x'],
    ['"C:\\\\Users\\\\Ada\\\\x"', '"~/x"'],
    ['C:/Users/Ada/x', '~/x'],
  ])('on Windows %s becomes %s', (text, into) => {
    expect(shown(text, WIN)).toBe(into);
  });

  test('a home that is the whole disk hides nothing', () => {
    expect(shown('/etc/hosts', { home: '/', project: null })).toBe('/etc/hosts');
  });
});
