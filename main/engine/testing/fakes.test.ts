import { describe, expect, test } from 'vitest';
import { CLOCK_CONTRACT } from './clock-contract.ts';
import { answerFailure, answerJson, answerRedirect, answerText, hang } from './fake-answers.ts';
import { createFakeClock } from './fake-clock.ts';
import { createFakeFiles, fakeFolder, fakeUnreadable } from './fake-files.ts';
import { createFakeHttp } from './fake-http.ts';
import { createFakePorts } from './fake-ports.ts';
import { FILES_CONTRACT, FILES_CONTRACT_TREE } from './files-contract.ts';
import {
  HTTP_CONTRACT,
  HTTP_CONTRACT_BIG,
  HTTP_CONTRACT_CHALLENGES,
  HTTP_CONTRACT_JSON,
  type HttpRig,
} from './http-contract.ts';
import type { HttpRequest } from '../ports.ts';

describe('the fake files keep the contract', () => {
  const tree = Object.entries(FILES_CONTRACT_TREE).map(([name, text]) => [`/rig/${name}`, text]);
  const rig = { files: createFakeFiles(Object.fromEntries(tree)), root: '/rig' };
  test.each(FILES_CONTRACT)('$name', async ({ observe, expected }) => {
    expect(await observe(rig)).toEqual(expected);
  });
});

describe('the fake clock keeps the contract', () => {
  test.each(CLOCK_CONTRACT)('$name', async ({ observe, expected }) => {
    const clock = createFakeClock();
    expect(await observe({ clock, pass: clock.advance })).toEqual(expected);
  });
});

describe('the fake http keeps the contract', () => {
  test.each(HTTP_CONTRACT)('$name', async ({ observe, expected }) => {
    expect(await observe(httpRig())).toEqual(expected);
  });
});

function httpRig(): HttpRig {
  const origin = 'http://127.0.0.1:8000';
  const challenges = HTTP_CONTRACT_CHALLENGES.map((value) => ['WWW-Authenticate', value] as const);
  const http = createFakeHttp({
    routes: {
      [`GET ${origin}/json`]: answerJson(HTTP_CONTRACT_JSON),
      [`GET ${origin}/challenge`]: answerText('', 401, challenges),
      [`GET ${origin}/moved`]: answerRedirect('/json'),
      [`GET ${origin}/big`]: answerText('a'.repeat(HTTP_CONTRACT_BIG)),
      [`POST ${origin}/echo`]: (request) => answerText(request.body ?? ''),
      [`GET ${origin}/silent`]: hang(),
    },
  });
  const arrived = () =>
    http.requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`);
  return { http, origin, arrived };
}

const USER_URL = 'https://mcp.example.com/mcp';
const OPTIONS = { userUrl: USER_URL, connectTo: [], ca: null };
const request = (url: string, namedBy: 'user' | 'server' = 'user'): HttpRequest => ({
  method: 'GET',
  url,
  headers: [],
  body: null,
  namedBy,
});
const never = new AbortController().signal;

test('answers in turn are given one by one and the last one stays', async () => {
  const turns = [answerText('1'), answerFailure('reset'), answerText('3')];
  const session = createFakeHttp({ routes: { [`GET ${USER_URL}`]: turns } }).open(OPTIONS);
  const outcomes = [];
  for (let i = 0; i < 4; i++) outcomes.push(await session.send(request(USER_URL), never));
  expect(outcomes).toEqual([turns[0], turns[1], turns[2], turns[2]]);
});

test('a hanging answer comes when the test releases it', async () => {
  const gate = hang();
  const session = createFakeHttp({ routes: { [`GET ${USER_URL}`]: gate } }).open(OPTIONS);
  const pending = session.send(request(USER_URL), never);
  gate.release(answerText('late'));
  expect(await pending).toEqual(answerText('late'));
});

test('E2: a name that is listed with a private address is refused when a server names it', async () => {
  const http = createFakeHttp({ addresses: { 'intranet.example.com': ['10.0.0.7'] } });
  const session = http.open(OPTIONS);
  const url = 'https://intranet.example.com/';
  expect(await session.send(request(url, 'server'), never)).toMatchObject({ failure: 'policy' });
  expect(await session.send(request(url, 'user'), never)).toMatchObject({ kind: 'response' });
  expect(http.requests).toHaveLength(1);
});

test('sessions that were left open are counted', () => {
  const http = createFakeHttp();
  const first = http.open(OPTIONS);
  http.open(OPTIONS);
  first.close();
  first.close();
  expect(http.openSessions).toBe(1);
});

test('an unreadable file and an empty folder are told as such', async () => {
  const files = createFakeFiles({ '/a': fakeUnreadable('permission denied'), '/b': fakeFolder() });
  expect(await files.read('/a', 1)).toEqual({ kind: 'unreadable', reason: 'permission denied' });
  expect(await files.read('/b', 1)).toEqual({ kind: 'folder' });
  files.put('/b', 'x');
  expect(await files.read('/b', 1)).toMatchObject({ kind: 'bytes' });
  files.put('/b', null);
  expect(await files.read('/b', 1)).toEqual({ kind: 'missing' });
  expect(files.asked).toEqual(['/a', '/b', '/b', '/b']);
});

test('a jump of the wall clock does not touch waiting callbacks', () => {
  const clock = createFakeClock(1_000);
  const seen: number[] = [];
  clock.after(10, () => seen.push(clock.now()));
  clock.setWall(500);
  expect(clock.nextIn).toBe(10);
  clock.advance(9);
  expect([seen, clock.pending, clock.monotonic()]).toEqual([[], 1, 9]);
  clock.advance(1);
  expect([seen, clock.pending, clock.monotonic()]).toEqual([[510], 0, 10]);
  expect(clock.nextIn).toBeNull();
});

test('a copied place has no environment', () => {
  const env = { CLAUDE_CONFIG_DIR: '/elsewhere' };
  expect(createFakePorts({ env }).place.env('CLAUDE_CONFIG_DIR')).toBe('/elsewhere');
  expect(createFakePorts({ env, copied: true }).place.env('CLAUDE_CONFIG_DIR')).toBeUndefined();
});

test('the fake ports are one set', async () => {
  const ports = createFakePorts({ files: { '/home/ada/.claude.json': '{}' }, os: 'darwin' });
  const path = ports.place.join(ports.place.home, '.claude.json');
  expect(await ports.files.read(path, 10)).toMatchObject({ kind: 'bytes' });
  expect(ports.place.os).toBe('darwin');
});
