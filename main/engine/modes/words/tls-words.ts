import type { CertificateFacts, TlsFacts } from '../../ports.ts';

/** What is wrong with a TLS connection, in words. */
export interface TlsWords {
  /** A title of at most nine words, the host counting as one. */
  readonly title: string;
  /** What was seen, as a sentence. */
  readonly detail: string;
  readonly whatToDo: string;
}

type Say = (host: string, sent: readonly CertificateFacts[]) => TlsWords;

const FULL_CHAIN =
  'Serve the full chain: the certificate and every intermediate of its authority, in this order (often a file named fullchain.pem). A browser may open the page all the same, because browsers fetch missing intermediates; Claude does not.';

const incomplete: Say = (host, sent) => ({
  title: `${host} does not send its whole certificate chain`,
  detail:
    sent.length === 1 && sent[0]!.issuer !== sent[0]!.subject
      ? `It sends one certificate, issued by “${sent[0]!.issuer}”, and not the certificate of that authority.`
      : 'What it sends leads to no authority that is known here.',
  whatToDo: `${FULL_CHAIN} If that authority is a private one, use a certificate of a public authority.`,
});

const selfSigned: Say = (host) => ({
  title: `The certificate of ${host} is self-signed`,
  detail: 'It is signed by itself, so nobody vouches for it.',
  whatToDo:
    'Use a certificate of a public certificate authority, for example from Let’s Encrypt. For your own machine, give it to the clients (NODE_EXTRA_CA_CERTS) and to this check (--cacert).',
});

const privateAuthority: Say = (host, sent) => ({
  title: `The certificate of ${host} has a private authority`,
  detail: `The authority is “${sent.at(-1)?.issuer ?? 'not known'}”, which this machine does not trust.`,
  whatToDo:
    'Use a certificate of a public certificate authority: hosted Claude trusts no other. Inside a company, give the authority to the clients (NODE_EXTRA_CA_CERTS) and to this check (--cacert). If other sites show the same authority, something here re-signs traffic.',
});

const expired: Say = (host, sent) => {
  const leaf = sent[0];
  return {
    title: `The certificate of ${host} has expired`,
    detail: leaf === undefined ? '' : `Its certificate was valid until ${day(leaf.validTo)}.`,
    whatToDo:
      'Renew it and load the new one (many servers read it only when they start). If that date has not passed, an intermediate has expired, or the clock of this machine is wrong.',
  };
};

const tooEarly: Say = (host, sent) => ({
  title: `The certificate of ${host} is not valid yet`,
  detail: sent[0] === undefined ? '' : `It is valid from ${day(sent[0].validFrom)} on.`,
  whatToDo: 'Check the clock of this machine first, then the certificate’s dates.',
});

const otherName: Say = (host, sent) => ({
  title: `The certificate is not for ${host}`,
  detail: sent[0] === undefined ? '' : `It is for ${listed(sent[0].names)}.`,
  whatToDo: `Use a certificate that names ${host}, or the URL with a name that it has. Where several sites share an address, the server has to choose by the name asked for (SNI).`,
});

const oldTls: Say = (host) => ({
  title: `${host} speaks no TLS from 1.2 on`,
  detail: 'It offers only versions of TLS that no client accepts any more.',
  whatToDo: 'Switch on TLS 1.2 and 1.3, and switch off what is older.',
});

const noTls: Say = (host) => ({
  title: `${host} does not speak TLS at this port`,
  detail: 'It answers the handshake with something else, probably plain HTTP.',
  whatToDo: 'Check the port, or put the TLS of your server or proxy in front of it.',
});

const clientCertificate: Say = (host) => ({
  title: `${host} wants a certificate from its clients`,
  detail: 'MCP clients have none to give.',
  whatToDo: 'Switch off mutual TLS for the MCP and OAuth paths; the token says who asks.',
});

const unknownName: Say = (host) => ({
  title: `The server has no certificate for ${host}`,
  detail: 'It refuses the handshake for this name.',
  whatToDo: 'Add the name to the TLS configuration of the server or proxy.',
});

/** By the code of Node or OpenSSL. */
const WORDS: Readonly<Record<string, Say>> = {
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: incomplete,
  UNABLE_TO_GET_ISSUER_CERT: incomplete,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: incomplete,
  DEPTH_ZERO_SELF_SIGNED_CERT: selfSigned,
  SELF_SIGNED_CERT_IN_CHAIN: privateAuthority,
  CERT_HAS_EXPIRED: expired,
  CERT_NOT_YET_VALID: tooEarly,
  ERR_TLS_CERT_ALTNAME_INVALID: otherName,
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: oldTls,
  ERR_SSL_UNSUPPORTED_PROTOCOL: oldTls,
  ERR_SSL_VERSION_TOO_LOW: oldTls,
  ERR_SSL_WRONG_VERSION_NUMBER: noTls,
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: clientCertificate,
  ERR_SSL_TLSV1_UNRECOGNIZED_NAME: unknownName,
  ERR_SSL_TLSV1_ALERT_UNRECOGNIZED_NAME: unknownName,
};

/**
 * Says what is wrong with the TLS of a host.
 * @param failure the library's code and message
 * @param tls what the handshake showed, or null; only what it saw is said
 */
export function tlsWords(
  host: string,
  failure: { readonly code: string; readonly message: string },
  tls: TlsFacts | null,
): TlsWords {
  const say = WORDS[failure.code] ?? otherwise;
  const words = say(host, tls?.sent ?? []);
  const told = `Here it says: ${failure.message} (${failure.code}).`;
  return { ...words, detail: `${words.detail} ${told}`.trim() };
}

const otherwise: Say = (host) => ({
  title: `The certificate of ${host} is not accepted`,
  detail: '',
  whatToDo: `${FULL_CHAIN} It must be of a public certificate authority, for exactly this name.`,
});

function day(milliseconds: number): string {
  return Number.isNaN(milliseconds)
    ? 'an unknown day'
    : new Date(milliseconds).toISOString().slice(0, 10);
}

/** At most this many names are listed. */
const LISTED = 6;

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'no name at all';
  const more = names.length > LISTED ? ` and ${names.length - LISTED} more` : '';
  return names.slice(0, LISTED).join(', ') + more;
}
