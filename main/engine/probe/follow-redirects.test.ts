import { expect, test } from 'vitest';
import { exchange } from '../testing/exchange-builders.ts';
import { answerRedirect, answerText } from '../testing/fake-answers.ts';
import { followedRedirect, followRedirects } from './follow-redirects.ts';

const to = (location: string, status: number) =>
  followedRedirect(exchange({ answer: answerRedirect(location, status) }));

test('RS-36: 307 and 308 on the same origin are followed', () => {
  expect(to('/mcp/', 307)).toBe('https://mcp.example.com/mcp/');
  expect(to('https://mcp.example.com/v2', 308)).toBe('https://mcp.example.com/v2');
});

test.each([
  ['301, which loses the POST', '/mcp/', 301],
  ['302, which is meant for browsers', '/login', 302],
  ['another origin', 'https://x.example/mcp', 308],
  ['http', 'http://mcp.example.com/mcp', 308],
  ['no place', 'http://', 307],
])('%s is not', (_, location, status) => {
  expect(to(location, status)).toBeNull();
});

test('an answer that is none and one without Location lead nowhere', () => {
  expect(followedRedirect(exchange({ answer: 'reset' }))).toBeNull();
  expect(followedRedirect(exchange({ answer: answerText('', 307) }))).toBeNull();
});

test('RS-36: the GET of a document is followed over 301 and 302 as well', () => {
  const moved = exchange({ method: 'GET', answer: answerRedirect('/there', 301) });
  expect(followedRedirect(moved)).toBe('https://mcp.example.com/there');
});

test('E4: a circle ends after five hops, and every hop is kept', async () => {
  const ask = async (url: string) => exchange({ url, answer: answerRedirect('/round', 307) });
  expect(await followRedirects('https://mcp.example.com/round', ask)).toHaveLength(6);
});

test('E4: from http to https on the same host, and never to another host or port', () => {
  const from = (url: string, location: string) =>
    followedRedirect(exchange({ url, answer: answerRedirect(location, 308) }));
  const plain = 'http://mcp.example.com/mcp';
  expect(from(plain, 'https://mcp.example.com/mcp')).toBe('https://mcp.example.com/mcp');
  expect(from(plain, 'https://other.example/mcp')).toBeNull();
  expect(from(plain, 'https://mcp.example.com:8443/mcp')).toBeNull();
  expect(from('http://mcp.example.com:8080/mcp', 'https://mcp.example.com/mcp')).toBeNull();
});
