import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { createFakePlace } from '../../engine/testing/fake-place.ts';
import { createPlace } from '../place.ts';
import { createMachine } from './create-machine.ts';
import type { RunSystemProgram } from './run-system-program.ts';

const ASK_ALL = ['processes', 'listeners', 'reservedPorts'] as const;

test('I1: of a copied profile nothing is known and nothing is run', async () => {
  const asked: string[] = [];
  const run: RunSystemProgram = (program) => {
    asked.push(program);
    return Promise.resolve('');
  };
  for (const os of ['darwin', 'win32', 'linux'] as const) {
    const machine = createMachine(createFakePlace({ os, copied: true }), run);
    for (const question of ASK_ALL) expect(await machine[question]()).toBeNull();
    expect(await machine.handlerOf('claude')).toBeNull();
    expect(await machine.keychainItem('Claude Code-credentials')).toBeNull();
  }
  expect(asked).toEqual([]);
});

test('I1: Linux is read by its files: no program is run', async () => {
  const asked: string[] = [];
  const machine = createMachine(createFakePlace({ os: 'linux' }), (program) => {
    asked.push(program);
    return Promise.resolve('');
  });
  await machine.processes();
  await machine.listeners();
  await machine.handlerOf('claude');
  await machine.keychainItem('Claude Code-credentials');
  expect(asked).toEqual([]);
});

test('this process and a socket of it are seen on the machine that runs us', async (context) => {
  if (process.platform !== 'linux') context.skip('only Linux is read without another program');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const machine = createMachine(createPlace({ home: null, os: null, project: null }));
    const own = (await machine.processes())?.find(({ pid }) => pid === process.pid);
    expect(own?.parent).toBe(process.ppid);
    const socket = (await machine.listeners())?.find((one) => one.port === port);
    expect(socket).toEqual({ port, address: '127.0.0.1', pid: process.pid });
  } finally {
    server.close();
  }
});
