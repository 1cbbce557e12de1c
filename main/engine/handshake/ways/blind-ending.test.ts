import { describe, expect, test } from 'vitest';
import type { NavigationEvent } from '../../model/navigation-event.ts';
import { readNavigation } from '../trace/read-navigation.ts';
import { blindEnding } from './blind-ending.ts';

const redirectUri = 'http://localhost:3118/callback';
const authorizeUrl = 'https://auth.acme.example/authorize?state=%5Bstate+1%5D';
const REQUEST: NavigationEvent = {
  kind: 'request',
  at: 0,
  url: authorizeUrl,
  method: 'GET',
  frame: 'top',
  redirectedBy: null,
  by: 'us',
};
const callback = (query: string): NavigationEvent => ({
  kind: 'callback',
  at: 9,
  url: `${redirectUri}?${query}`,
  method: 'GET',
  frame: 'top',
  body: null,
  by: 'redirect',
  status: null,
});
const endOf = (...events: NavigationEvent[]) =>
  blindEnding(readNavigation(events, { redirectUri, authorizeUrl }), events);

describe('a visit that nobody could watch', () => {
  test('ends with its callback, good or not', () => {
    expect(endOf(REQUEST, callback('code=a')).kind).toBe('callback');
    expect(endOf(REQUEST, callback('error=access_denied')).kind).toBe('error-callback');
  });

  test('is never called blank: what the browser showed was not seen', () => {
    const late = endOf(REQUEST, { kind: 'closed', at: 300_000, by: 'us' });
    expect(late).toMatchObject({ kind: 'waiting', at: 'https://auth.acme.example/authorize' });
    expect(late.says).toContain('cannot be seen from here');
    expect(endOf(REQUEST).kind).toBe('waiting');
    expect(endOf(REQUEST, { kind: 'quiet', at: 20_000, forMs: 20_000 }).kind).toBe('waiting');
  });

  test('was given up by the person who pasted nothing', () => {
    const ending = endOf(REQUEST, { kind: 'closed', at: 10, by: 'user' });
    expect(ending).toMatchObject({ kind: 'closed', events: [0, 1] });
  });
});
