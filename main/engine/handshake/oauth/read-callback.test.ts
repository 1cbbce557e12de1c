import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Headers } from '../../ports.ts';
import { ISSUER } from '../../testing/exchange-builders.ts';
import type { Attempt } from './attempt.ts';
import { readCallback } from './read-callback.ts';
import { newAttempt } from './testing/rig.ts';

const attempt = await newAttempt();
const CODE = ['code', 'made-up code'] as const;
const STATE = ['state', attempt.state] as const;
const DENIED = [
  ['error', 'access_denied'],
  ['error_description', 'The user said no.'],
] as const;
const ISS = ['iss', ISSUER] as const;

const read = (params: Headers, promised?: boolean, now = 0, own: Attempt = attempt) =>
  readCallback(params, own, { authorization_response_iss_parameter_supported: promised! }, now);
const faultOf = (reading: ReturnType<typeof read>) => (reading.ok ? null : reading.fault);

describe('D8: iss by the four rows of RFC 9207', () => {
  test.each([
    ['promised and the same', true, [ISS], null],
    ['promised and another', true, [['iss', 'https://evil.example']], 'iss differs'],
    ['promised and missing', true, [], 'iss missing'],
    ['not promised and the same', undefined, [ISS], null],
    ['not promised and another', undefined, [['iss', 'https://evil.example']], 'iss differs'],
    ['not promised and missing', undefined, [], null],
    ['promised with false and missing', false, [], null],
    ['only like it: a final slash', true, [['iss', `${ISSUER}/`]], 'iss differs'],
    ['only like it: another case', true, [['iss', ISSUER.toUpperCase()]], 'iss differs'],
    ['twice, once another', true, [ISS, ['iss', 'https://evil.example']], 'iss differs'],
    ['empty', undefined, [['iss', '']], 'iss differs'],
  ] as const)('%s', (_, promised, iss, fault) => {
    const success = read([CODE, STATE, ...iss], promised);
    expect(faultOf(success)).toBe(fault);
    const error = read([...DENIED, STATE, ...iss], promised);
    expect(faultOf(error)).toBe(fault ?? 'error');
  });

  test('D8: an error of another server is not shown', () => {
    const reading = read([...DENIED, STATE, ['iss', 'https://evil.example']]);
    expect(reading).toMatchObject({ fault: 'iss differs', error: null, description: null });
  });

  test('D8: the code that came with it is there for a client that does not look', () => {
    const reading = read([CODE, STATE], true);
    expect(reading.ok ? null : reading.code?.reveal()).toBe('made-up code');
  });
});

describe('D9: what does not carry our state is thrown away as a whole', () => {
  test.each([
    ['state missing', [CODE]],
    ['state differs', [CODE, ['state', 'x']]],
    ['state differs', [CODE, ['state', '']]],
    ['state differs', [CODE, ['state', `${attempt.state}x`]]],
    ['state differs', [CODE, ['state', attempt.state.slice(1)]]],
    ['state differs', [CODE, STATE, ['state', 'x']]],
    ['state differs', [...DENIED, ['state', 'x']]],
  ] as const)('%s: %j', (fault, params) => {
    expect(read(params)).toEqual({ ok: false, fault, error: null, description: null, code: null });
  });

  test('D9: the state of another attempt is not ours', async () => {
    const other = await newAttempt();
    expect(faultOf(read([CODE, ['state', other.state]]))).toBe('state differs');
    expect(faultOf(read([CODE, ['state', other.state]], false, 0, other))).toBeNull();
  });

  test('D9: an attempt lives for ten minutes', () => {
    expect(faultOf(read([CODE, STATE], false, 600_000))).toBeNull();
    expect(faultOf(read([CODE, STATE], false, 600_001))).toBe('expired');
  });

  test('D9: the fault is the same wherever the first difference is', () => {
    const flip = (at: number) =>
      attempt.state.slice(0, at) +
      (attempt.state[at] === 'A' ? 'B' : 'A') +
      attempt.state.slice(at + 1);
    for (let at = 0; at < attempt.state.length; at += 1)
      expect(faultOf(read([CODE, ['state', flip(at)]]))).toBe('state differs');
  });
});

test('a callback without a code, or with two, has none', () => {
  for (const codes of [[], [['code', '']], [CODE, ['code', 'another']]] as const)
    expect(faultOf(read([...codes, STATE]))).toBe('no code');
});

test('an error is told with its description', () => {
  const reading = read([...DENIED, STATE, ISS], true);
  expect(reading).toMatchObject({ error: 'access_denied', description: 'The user said no.' });
});

test('D9: whatever comes, a code is taken only with our state and one code', () => {
  const name = fc.constantFrom('code', 'state', 'iss', 'error', 'error_description', 'x');
  const value = fc.oneof(fc.string(), fc.constantFrom(attempt.state, ISSUER, ''));
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value)), fc.boolean(), (params, promised) => {
      const reading = read(params, promised);
      if (!reading.ok) return;
      const valuesOf = (wanted: string) =>
        params.filter(([key]) => key === wanted).map(([, one]) => one);
      expect(valuesOf('state')).toEqual([attempt.state]);
      expect(valuesOf('code')).toContain(reading.code.reveal());
      expect(valuesOf('iss').every((one) => one === ISSUER)).toBe(true);
    }),
  );
});
