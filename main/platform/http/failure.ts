import type { FailureKind, HttpOutcome } from '../../engine/ports.ts';
import { errorCode } from '../error-code.ts';

export type Failure = Extract<HttpOutcome, { kind: 'failure' }>;

/** Error codes of the system, Node, its HTTP parser, zlib and OpenSSL, by what they mean. */
const BY_CODE: Readonly<Record<string, FailureKind>> = {
  ENOTFOUND: 'dns',
  ENODATA: 'dns',
  ENONAME: 'dns',
  ESERVFAIL: 'dns',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  ERR_STREAM_PREMATURE_CLOSE: 'reset',
  ERR_STREAM_DESTROYED: 'reset',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EAFNOSUPPORT: 'unreachable',
  EINVAL: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  EMFILE: 'unreachable',
  ETIMEDOUT: 'timeout',
  EPROTO: 'tls',
  INVALID_CA: 'tls',
  INVALID_PURPOSE: 'tls',
  HOSTNAME_MISMATCH: 'tls',
  PATH_LENGTH_EXCEEDED: 'tls',
  CA_MD_TOO_WEAK: 'tls',
  CA_KEY_TOO_SMALL: 'tls',
  EE_KEY_TOO_SMALL: 'tls',
};
const BY_PREFIX: readonly (readonly [string, FailureKind])[] = [
  ['EAI_', 'dns'],
  ['CERT_', 'tls'],
  ['ERR_TLS_', 'tls'],
  ['ERR_SSL_', 'tls'],
  ['ERR_OSSL_', 'tls'],
  ['UNABLE_TO_', 'tls'],
  ['SELF_SIGNED_', 'tls'],
  ['DEPTH_ZERO_', 'tls'],
  ['CRL_', 'tls'],
  ['HPE_', 'protocol'],
  ['Z_', 'protocol'],
  ['ERR_BROTLI_', 'protocol'],
  ['ERR_HTTP_', 'protocol'],
  ['ERR__ERROR_FORMAT_', 'protocol'],
  ['ERR_INVALID_', 'policy'],
];

/**
 * What an error of the network means.
 * @param error whatever a socket, the resolver, the parser or zlib gave
 * @param otherwise the kind for a code that the table does not hold: what the phase was about
 */
export function failureOf(error: unknown, otherwise: FailureKind = 'protocol'): Failure {
  const code = errorCode(error);
  const message = error instanceof Error ? error.message : String(error);
  return failure(kindOf(code) ?? otherwise, code, readable(message));
}

/** Of `ID:error:0A00042E:SSL routines:function:reason:file:line:`, the reason. */
function readable(message: string): string {
  return /:error:[0-9A-F]+:[^:]*:[^:]*:([^:]+):/iu.exec(message)?.[1] ?? message;
}

/** A failure of our own making; the code says which deadline or rule. */
export function failure(kind: FailureKind, code: string, message: string): Failure {
  return { kind: 'failure', failure: kind, code, message };
}

export function cancelled(): Failure {
  return failure('cancelled', 'ABORT_ERR', 'The request was cancelled');
}

function kindOf(code: string): FailureKind | undefined {
  return BY_CODE[code] ?? BY_PREFIX.find(([prefix]) => code.startsWith(prefix))?.[1];
}
