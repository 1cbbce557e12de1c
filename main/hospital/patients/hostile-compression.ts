import { definePatient } from '../patient.ts';
import { gzipSync } from 'node:zlib';
import type { Stream } from '../message.ts';

const MEMBERS = 1000;

/** Compressed data may be several pieces in a row (RFC 1952 §2.2), so one piece is enough. */
const BOMB: Stream = {
  kind: 'stream',
  status: 200,
  headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
  open: (write, end) => {
    const member = gzipSync(Buffer.alloc(1_000_000, ' '));
    for (let count = 0; count < MEMBERS; count += 1) write(member);
    end();
    return () => undefined;
  },
};

export const patient = definePatient({
  name: 'hostile-compression',
  title: 'A gigabyte in a megabyte',
  breaks: 'The resource metadata is a gigabyte of blanks, compressed to one megabyte.',
  expects: ['F24'],
  number: null,
  requirement: null,
  seenBy: 'probe',
  mutate: () => ({ resourceMetadataSent: () => BOMB }),
});
