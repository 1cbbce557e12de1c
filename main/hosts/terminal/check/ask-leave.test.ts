import { describe, expect, test } from 'vitest';
import { askLeave } from './ask-leave.ts';

const answering = (answer: string) => {
  const asked: string[] = [];
  const ask = (text: string) => {
    asked.push(text);
    return Promise.resolve(answer);
  };
  return { asked, ask };
};

describe('F7: the keychain', () => {
  test.each(['y', 'Y', ' yes '])('is looked into after “%s”', async (answer) => {
    const { asked, ask } = answering(answer);
    expect([...(await askLeave(ask))]).toEqual(['Claude Code-credentials']);
    expect(asked).toEqual([expect.stringContaining('Claude Code-credentials')]);
  });

  test.each(['', 'n', 'no', 'yesterday', 'ja'])('is left alone after “%s”', async (answer) => {
    expect([...(await askLeave(answering(answer).ask))]).toEqual([]);
  });

  test('K3: where nobody can be asked the option is refused', async () => {
    await expect(askLeave(null)).rejects.toMatchObject({ code: 'bad-option' });
  });
});
