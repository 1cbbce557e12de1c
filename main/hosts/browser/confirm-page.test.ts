import fc from 'fast-check';
import { expect, test } from 'vitest';
import { confirmPage } from './confirm-page.ts';

const htmlOf = (lines: readonly string[]): string =>
  decodeURIComponent(
    confirmPage({ title: 'Change it?', lines, yes: 'Change', no: 'Leave' }).replace(/^[^,]*,/, ''),
  );

test('G1: the page loads nothing and has no script; the safe answer is its first button', () => {
  const html = htmlOf(['/home/ada/.claude.json']);
  expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'");
  expect(html).not.toMatch(/<script|<img|<link|<form|<a\b|\son\w+=/i);
  expect(html.indexOf('id="no"')).toBeLessThan(html.indexOf('id="yes"'));
});

test('A6, G14: no name of a file becomes markup or hides anything', () => {
  const empty = htmlOf(['']).match(/</g)?.length;
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const html = htmlOf([`${name}<img src=x onerror=1>"'&\u202e`]);
      expect(html.match(/</g)).toHaveLength(empty ?? 0);
      expect(html).toContain('&lt;img src=x onerror=1&gt;&quot;&#39;&amp;\\u202e');
    }),
  );
});
