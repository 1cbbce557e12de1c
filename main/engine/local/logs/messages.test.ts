import { describe, expect, test } from 'vitest';
import { signatureMatcher } from './match-signature.ts';
import { createMessages } from './messages.ts';
import { SIGNATURES } from './signatures/index.ts';

const FORMAT = 'code-jsonl';
const SAMPLES = SIGNATURES.map(({ sample }) => sample);

describe('the messages of a log', () => {
  test('say what the search for one says, the first time and every other', () => {
    const match = signatureMatcher(FORMAT);
    const messages = createMessages(FORMAT);
    const all = [...SAMPLES, 'of no interest', 'x'.repeat(5000)];
    for (const message of [...all, ...all])
      expect(messages.read(message)?.match ?? null).toEqual(match(message));
  });

  test('that are remembered are masked like any other', () => {
    const messages = createMessages(FORMAT);
    const message = `${SAMPLES[0] ?? ''} access_token=s3cr3tQx7Zk9Lm2Vt8`;
    const [first, again] = [messages.read(message), messages.read(message)];
    expect(first?.shown()).not.toContain('s3cr3tQx7Zk9Lm2Vt8');
    expect(again).toBe(first);
  });

  test('are not remembered without end', () => {
    const messages = createMessages(FORMAT);
    const [message = ''] = SAMPLES;
    const first = messages.read(message);
    for (let at = 0; at < 1000; at += 1) messages.read(`another ${at}`);
    expect(messages.read(message)).not.toBe(first);
  });
});
