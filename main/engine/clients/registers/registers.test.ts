import { describe, expect, test } from 'vitest';
import { CLAUDE_CODE_2_1_197_REGISTERS, CLAUDE_CODE_REGISTERS } from './claude-code.ts';
import { PROFILES } from '../../testing/registration-evidence.ts';

const ALL = [
  ...Object.entries(PROFILES),
  ['claude-code 2.1.197', CLAUDE_CODE_2_1_197_REGISTERS] as const,
];

describe.each(ALL)('how %s registers', (_, profile) => {
  test('as a public client, with the redirect that it signs in with', () => {
    expect(profile?.body).toMatchObject({
      token_endpoint_auth_method: 'none',
      response_types: ['code'],
      grant_types: ['authorization_code', 'refresh_token'],
    });
    expect(profile?.body.redirect_uris).toContain(profile?.redirectUri);
  });

  test('without a scope, which depends on the server, and without anything secret', () => {
    expect(Object.keys(profile?.body ?? {}).join(' ')).not.toMatch(
      /scope|secret|token(?!_endpoint)/,
    );
  });
});

test('the two versions of Claude Code differ in application_type, as they were recorded', () => {
  expect(CLAUDE_CODE_REGISTERS.body.application_type).toBe('native');
  expect(CLAUDE_CODE_2_1_197_REGISTERS.body.application_type).toBeUndefined();
});
