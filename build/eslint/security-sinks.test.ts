import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import { securitySinks } from './security-sinks.mjs';
import { SINKS } from './sinks.mjs';

RuleTester.describe = describe;
RuleTester.it = test;
const tester = new RuleTester({
  languageOptions: {
    parser: tseslint.parser,
    parserOptions: { ecmaFeatures: { jsx: true } },
  },
});
const options = [{ root: '/repo' }];
const inFile = (filename: string, code: string) => ({
  filename: `/repo/${filename}`,
  options,
  code,
});
const refusedIn = (filename: string, id: string, code: string) => ({
  ...inFile(filename, code),
  name: `${id}: ${code}`,
  errors: [{ message: new RegExp(`^${id}: `) }],
});
const screen = (id: string, code: string) => refusedIn('renderer/screen.tsx', id, code);
const host = (id: string, code: string) => refusedIn('main/hosts/electron/main.ts', id, code);
const http = (id: string, code: string) => refusedIn('main/platform/http/http.ts', id, code);

tester.run('security-sinks', securitySinks, {
  valid: [
    inFile('renderer/screen.tsx', '<p title="innerHTML">{text}</p>;'),
    inFile('renderer/screen.tsx', '<a href="https://example.com">x</a>;'),
    inFile('main/hospital/x.ts', "const refused = ['javascript:', 'data:'];"),
    inFile('renderer/screen.test.tsx', 'element.innerHTML;'),
    inFile('main/hosts/electron/window.ts', 'new BrowserWindow(options);'),
    inFile('main/hosts/electron/open-url.ts', 'void shell.openExternal(href);'),
    inFile('main/hosts/electron/web-preferences.ts', 'const a = { sandbox: true };'),
    inFile('main/platform/http/http.ts', 'connect({ rejectUnauthorized: true });'),
    inFile('main/hosts/shared/open-app.ts', 'spawn(path, [], { shell: false });'),
    inFile('main/hosts/shared/open-app.ts', "import { spawn } from 'node:child_process';"),
    inFile('main/engine/x.ts', 'const found = /a/.exec(text);'),
  ],
  invalid: [
    screen('A6', '<p dangerouslySetInnerHTML={{ __html: text }} />;'),
    screen('A6', 'const props = { dangerouslySetInnerHTML: { __html: text } };'),
    screen('A6', '<iframe srcDoc={text} />;'),
    screen('A6', 'element.innerHTML = text;'),
    screen('A6', "element['innerHTML'] = text;"),
    screen('A6', 'element.outerHTML = text;'),
    screen('A6', "element.insertAdjacentHTML('beforeend', text);"),
    screen('A6', 'document.write(text);'),
    screen('A6', '<a href="javascript:alert(1)">x</a>;'),
    screen('A6', "const href = ' JavaScript:alert(1)';"),
    screen('A6', 'const href = `javascript:${code}`;'),
    screen('A9', '<webview src={url} />;'),
    host('A2', 'new BrowserWindow({});'),
    host('A2', 'new electron.BrowserWindow({});'),
    host('A2', 'new WebContentsView({});'),
    refusedIn('main/hosts/electron/window.ts', 'A1', 'const a = { sandbox: false };'),
    host('A1', 'const a = { contextIsolation: false };'),
    host('A1', 'const a = { nodeIntegration: true };'),
    host('A1', 'const a = { webSecurity: false };'),
    host('A9', 'const a = { webviewTag: true };'),
    host('C3', 'void shell.openExternal(url);'),
    host('C4', 'void shell.openPath(path);'),
    host('C9', 'session.setCertificateVerifyProc(verify);'),
    host('C9', "app.on('certificate-error', handler);"),
    http('C9', 'connect({ rejectUnauthorized: false });'),
    http('C9', 'connect({ rejectUnauthorized: strict });'),
    http('C9', 'options.rejectUnauthorized = false;'),
    http('C9', 'connect({ checkServerIdentity: () => undefined });'),
    http('C9', "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';"),
    http('C9', "process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';"),
    host('I3', 'run({ shell: true });'),
    host('I3', 'spawn(path, [], { shell: windows });'),
    refusedIn(
      'main/platform/machine/run-system-program.ts',
      'I3',
      'execFile(file, [], { shell: true });',
    ),
    host('I3', "import { exec } from 'node:child_process';"),
  ],
});

test('a selector stands in one row only, so that no row hides another', () => {
  const selectors = SINKS.flatMap((sink) => sink.selectors);
  expect(new Set(selectors).size).toBe(selectors.length);
});
