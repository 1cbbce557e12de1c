import { definePatient } from '../patient.ts';
import type { Stream } from '../message.ts';
import { MCP_PATH } from '../names.ts';

const OPEN: Stream = {
  kind: 'stream',
  status: 200,
  headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
  open: (write) => {
    write(': open\n\n');
    return () => undefined;
  },
};

export const patient = definePatient({
  name: 'guard-opens-event-stream',
  title: 'The event stream needs no token',
  breaks: 'A GET opens the event stream without a token; only POST asks for one.',
  expects: ['F39'],
  number: 27,
  requirement: 'RS-22',
  seenBy: 'probe',
  mutate: () => ({
    mcpBefore: ({ method, path }) => (method === 'GET' && path === MCP_PATH ? OPEN : null),
  }),
});
