import { describe, expect, test } from 'vitest';
import { findPatient } from './find-patient.ts';
import { introduction, listing } from './introduction.ts';
import { PATIENTS } from './patients/index.generated.ts';

const RUNNING = { url: 'https://mcp.acme.example/mcp', connectTo: ['a:443:127.0.0.1:1'] };

describe('a patient is found', () => {
  test.each([
    ['redirect-other-origin', 26],
    ['26', 26],
    ['1', 1],
    ['138', 138],
  ])('as %s', (wanted, number) => {
    expect(findPatient(wanted).number).toBe(number);
  });

  test.each(['0', '139', '026', 'null', '', 'Healthy'])('but not as “%s”', (wanted) => {
    expect(() => findPatient(wanted)).toThrow(RangeError);
  });
});

describe('the introduction of a patient', () => {
  test('names its number, what it breaks, what shows it and how to look at it', () => {
    const text = introduction(findPatient('26'), RUNNING, 'ca.pem');
    expect(text).toContain('26 redirect-other-origin. Moved to another host');
    expect(text).toContain('Requirement broken: RS-36');
    expect(text).toContain('Expected: F08. A plain check shows it.');
    expect(text).toContain(
      'unblank.js check https://mcp.acme.example/mcp --connect-to a:443:127.0.0.1:1 --cacert ca.pem',
    );
  });

  test.each([
    ['registration-refuses-loopback', 'A check with --register shows it'],
    ['guard-takes-id-tokens', 'Only a sign-in shows it'],
  ])('%s: says “%s”', (name, words) => {
    expect(introduction(findPatient(name), RUNNING, null)).toContain(words);
  });

  test('what only a sign-in shows can be traced', () => {
    const text = (name: string) => introduction(findPatient(name), RUNNING, 'ca.pem');
    expect(text('callback-by-308')).toContain(
      'unblank.js trace https://mcp.acme.example/mcp --connect-to a:443:127.0.0.1:1 --cacert ca.pem',
    );
    expect(text('redirect-other-origin')).not.toContain('unblank.js trace');
  });

  test('a check of what registering shows is told to register, and no other is', () => {
    const text = (name: string) => introduction(findPatient(name), RUNNING, null);
    expect(text('registration-refuses-loopback')).toContain('/mcp --register --connect-to');
    expect(text('guard-takes-id-tokens')).not.toContain('--register');
  });

  test('one with nothing wrong breaks nothing', () => {
    const text = introduction(findPatient('healthy'), RUNNING, null);
    expect(text).toContain('Requirement broken: none of the list');
    expect(text).toContain('Expected: no finding\n');
    expect(text).not.toContain('--cacert');
  });
});

test('the list has every patient once, by number', () => {
  const lines = listing(PATIENTS).split('\n');
  const numbers = lines.flatMap((line) => /^ *(\d+) {2}/.exec(line)?.[1] ?? []).map(Number);
  expect(numbers).toEqual(numbers.toSorted((one, two) => one - two));
  for (const { name } of PATIENTS)
    expect(lines.filter((line) => line.includes(`  ${name}  `))).toHaveLength(1);
});
