import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../model/evidence.ts';
import type { NavigationEvent } from '../../model/navigation-event.ts';
import type { Headers } from '../../ports.ts';
import { exchange } from '../../testing/exchange-builders.ts';
import { answerText } from '../../testing/fake-answers.ts';
import { learnFromOwnUrl } from './learn-from.ts';
import { plainUrl } from './plain-url.ts';
import { recordEvent, recordExchange } from './recorder.ts';
import { SecretKeeper } from './secret-keeper.ts';

const of = (body: string, headers: Headers = [], request: Partial<Exchange['request']> = {}) => {
  const one = exchange({ id: 'x1', answer: answerText(body, 200, headers) });
  return { ...one, request: { ...one.request, ...request } };
};
const textOf = (one: Exchange | NavigationEvent, keeper = new SecretKeeper()) =>
  JSON.stringify('kind' in one ? recordEvent(one, keeper) : recordExchange(one, keeper));
const PLANTED = 'planted-secret-value';

describe('F1, H2, H3: an exchange becomes evidence without', () => {
  const rows: readonly (readonly [string, Exchange])[] = [
    ['an access token', of(JSON.stringify({ access_token: PLANTED, note: PLANTED }))],
    [
      'a refresh token, escaped',
      of(JSON.stringify({ refresh_token: `${PLANTED}/x` }).replace('/', '\\/')),
    ],
    ['a client secret', of(JSON.stringify({ client_secret: PLANTED }))],
    ['a token that was cut', of(`{"access_token":"${PLANTED}`)],
    ['a cookie', of('', [['Set-Cookie', `sid=${PLANTED}; Path=/`]])],
    ['a session', of('', [['Mcp-Session-Id', PLANTED]])],
    ['a code in Location', of('', [['Location', `https://c.example/cb?code=${PLANTED}&x=1`]])],
    ['Basic credentials', of('', [], { headers: [['Authorization', `Basic ${btoa(PLANTED)}`]] })],
    ['a code and its verifier', of('', [], { body: `code=${PLANTED}&code_verifier=${PLANTED}2` })],
    ['a token that is revoked', of('', [], { body: `token=${PLANTED}` })],
  ];
  test.each(rows)('%s', (_name, one) => {
    const text = textOf(one);
    expect(text).not.toContain(PLANTED);
    expect(text).not.toContain(btoa(PLANTED));
    expect(text).toMatch(
      /\[(access token|refresh token|client secret|cookie|session|code|credentials) 1\]/,
    );
  });

  test('its words, where a hostile server gives words of the protocol as secrets', () => {
    const body = JSON.stringify({
      access_token: 'access_token',
      client_secret: 'error',
      token_type: 'Bearer',
    });
    expect(recordExchange(of(body), new SecretKeeper()).outcome).toMatchObject({
      response: { body },
    });
  });
});

const at = 1;
const URL_BACK = `https://c.example/cb?code=${PLANTED}&state=planted-state-value`;
describe('F1, D2: an event of the window becomes evidence without', () => {
  const rows: readonly (readonly [string, NavigationEvent])[] = [
    [
      'code and state of a callback',
      {
        kind: 'callback',
        at,
        url: URL_BACK,
        method: 'GET',
        frame: 'top',
        body: null,
        by: 'redirect',
        status: 302,
      },
    ],
    [
      'the body of a form_post',
      {
        kind: 'callback',
        at,
        url: 'https://c.example/cb',
        method: 'POST',
        frame: 'top',
        body: `code=${PLANTED}`,
        by: 'form',
        status: null,
      },
    ],
    [
      'where a redirect leads',
      {
        kind: 'response',
        at,
        url: 'https://as.example/a',
        status: 302,
        frame: 'top',
        headers: [['Location', URL_BACK]],
      },
    ],
    [
      'a name in the address',
      { kind: 'commit', at, url: `https://as.example/a?login_hint=${PLANTED}`, frame: 'top' },
    ],
    [
      'a fragment',
      { kind: 'commit', at, url: `https://c.example/cb#access_token=${PLANTED}`, frame: 'top' },
    ],
    [
      'whose page it was',
      {
        kind: 'rest',
        at,
        url: 'https://as.example/a',
        isEmpty: false,
        title: 'planted-secret-value@acme-corp.com',
        says: '',
        has: { password: false, form: false, button: false, frame: false },
      },
    ],
    [
      'an address in the console',
      { kind: 'console', at, text: `refused to send form data to ${URL_BACK}` },
    ],
  ];
  test.each(rows)('%s', (_name, event) => {
    const keeper = new SecretKeeper();
    keeper.know('code', event.kind === 'console' ? PLANTED : 'another-code');
    keeper.know('state', 'planted-state-value');
    const text = textOf(event, keeper);
    expect(text).not.toContain(PLANTED);
    expect(text).not.toContain('planted-state-value');
  });

  test('nothing else: equal addresses stay equal, and different ones differ', () => {
    const keeper = new SecretKeeper();
    const [one, same, other] = ['a', 'a', 'b'].map((who) =>
      plainUrl(`https://as.example/x?user=${who}&scope=mcp`, keeper),
    );
    expect([one === same, one === other]).toEqual([true, false]);
    expect(one).toContain('scope=mcp');
  });
});

test('H2: a key in the user’s own address is hidden wherever it stands', () => {
  const keeper = new SecretKeeper();
  learnFromOwnUrl('https://mcp.example.com/mcp?api_key=planted-own-key', keeper);
  expect(keeper.hide('asked https://mcp.example.com/mcp?api_key=planted-own-key')).not.toContain(
    'planted',
  );
});
