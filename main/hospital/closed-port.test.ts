import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { holdClosedPort } from './closed-port.ts';

test('while it is held the port refuses, and nobody else can listen on it', async () => {
  const held = await holdClosedPort();
  try {
    const [refused] = (await once(connect(held.port, '127.0.0.1'), 'error')) as [Error];
    expect(refused).toMatchObject({ code: 'ECONNREFUSED' });
    const [taken] = (await once(createServer().listen(held.port, '127.0.0.1'), 'error')) as [Error];
    expect(taken).toMatchObject({ code: 'EADDRINUSE' });
  } finally {
    held.release();
  }
});
