import { describe, expect, test } from 'vitest';
import { isTag, tagsIn } from './tags.ts';
import { redactText } from './text.ts';
import { redactUrl } from './url.ts';

describe('a tag of a recorded sign-in', () => {
  test.each([
    'code=[code 1]&code_verifier=[verifier 1]&client_secret=[client secret 2]',
    '{"access_token":"[access token 1]","refresh_token":"[refresh token 12]"}',
    'GET https://a.example/authorize?state=[state 1]&scope=mcp',
  ])('says which value stood there: %s', (text) => {
    expect(redactText(text)).toBe(text);
  });

  test('keeps nothing of what stands beside it', () => {
    expect(redactText('code=[code 1]&client_secret=hunter2-and-more')).not.toContain('hunter2');
    expect(redactUrl('https://a.example/?code=[code 1]tail-of-a-code')).not.toContain('tail');
    expect(redactText('{"access_token":"head-[access token 1]"}')).not.toContain('head');
  });

  test.each(['[secret 1]', '[code one]', '[code 1', 'code 1]', '[code  1]'])(
    '%s is none',
    (text) => {
      expect(tagsIn(text)).toEqual([]);
      expect(isTag(text)).toBe(false);
    },
  );
  test('is told from a text that has one', () => {
    expect(isTag('[session 3]')).toBe(true);
    expect(isTag('a [session 3]')).toBe(false);
  });
});
