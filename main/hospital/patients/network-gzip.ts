import { definePatient } from '../patient.ts';
import { gzipSync } from 'node:zlib';
import type { JsonObject, Stream } from '../message.ts';
import { json } from '../reply.ts';
import type { Handler } from '../site.ts';

/** To a client that does not take gzip, plain. */
function inPieces(document: JsonObject): Handler {
  return ({ headers }) =>
    /\bgzip\b/.test(headers['accept-encoding'] ?? '') ? compressed(document) : json(200, document);
}

function compressed(document: JsonObject): Stream {
  const bytes = gzipSync(JSON.stringify(document));
  return {
    kind: 'stream',
    status: 200,
    headers: {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      'access-control-allow-origin': '*',
      vary: 'accept-encoding',
    },
    open: (write, end) => {
      for (let at = 0; at < bytes.length; at += PIECE) write(bytes.subarray(at, at + PIECE));
      end();
      return () => undefined;
    },
  };
}

const PIECE = 20;

export const patient = definePatient({
  name: 'network-gzip',
  title: 'Compressed and in pieces',
  breaks: 'Nothing: both documents come compressed and in pieces, as a proxy sends them.',
  expects: [],
  number: 135,
  requirement: null,
  seenBy: 'probe',
  mutate: () => ({ resourceMetadataSent: inPieces, serverMetadataSent: inPieces }),
});
