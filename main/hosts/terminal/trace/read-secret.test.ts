import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readClient, SECRET_VARIABLE } from './read-secret.ts';

const env = (value?: string) => (value === undefined ? {} : { [SECRET_VARIABLE]: value });
const answer = (text: string | null) => () => Promise.resolve(text);

describe('the client that was registered by hand', () => {
  test('none without an id; a public one without a secret', async () => {
    expect(await readClient({}, { env: {}, ask: null })).toBeNull();
    const open = await readClient({ clientId: 'abc' }, { env: {}, ask: answer('unasked') });
    expect(open).toEqual({ id: 'abc', secret: null });
  });

  test('D16: the secret comes from the environment and is taken out of it', async () => {
    const variables = env('planted-1');
    const client = await readClient({ clientId: 'abc' }, { env: variables, ask: null });
    expect(client?.secret?.reveal()).toBe('planted-1');
    expect(variables).toEqual({});
    expect(inspect(client) + JSON.stringify(client)).not.toContain('planted-1');
  });

  test('or from a hidden question', async () => {
    const sources = { env: {}, ask: answer(' planted-2 ') };
    const client = await readClient({ clientId: 'abc', clientSecret: true }, sources);
    expect(client?.secret?.reveal()).toBe('planted-2');
  });

  test.each([
    ['K3: there is no terminal to ask in', { clientId: 'a', clientSecret: true }, null],
    ['nobody answers', { clientId: 'a', clientSecret: true }, answer(null)],
    ['the answer is empty', { clientId: 'a', clientSecret: true }, answer(' ')],
    ['there is no id that it belongs to', { clientSecret: true }, answer('x')],
  ])('says so where %s', async (_, options, ask) => {
    await expect(readClient(options, { env: {}, ask })).rejects.toThrow(/secret/);
  });
});
