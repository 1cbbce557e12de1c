/**
 * Everything the engine needs from outside. The engine holds no clock, no file, no socket of its
 * own: a host gives these, a test gives fakes (main/engine/testing), and one contract suite runs
 * against both.
 */
import type { System } from '../contract/words.ts';
import type { AddressClass } from './safety/address-class.ts';

/** What became of reading a file; every way it can fail is a value, because each is a finding. */
export type FileRead =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' }
  | { readonly kind: 'folder' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'too-large'; readonly size: number };

export interface Files {
  /**
   * Reads a whole file of at most `limit` bytes. Never follows a link out of the examined home
   * when one is set, never executes or expands anything (safety G3).
   */
  read(path: string, limit: number): Promise<FileRead>;
  /** Names in a folder, sorted; empty where there is none or it may not be read. */
  list(path: string): Promise<readonly string[]>;
  /** What lies at a path, without opening it; null where there is nothing, or it lies outside. */
  stat(path: string): Promise<FileFacts | null>;
}

/** A file or folder from outside. */
export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'other';
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
  /** Permission bits as on POSIX; null on Windows. */
  readonly mode: number | null;
  /** Where a link leads in the end; null where the path is none. */
  readonly linksTo: string | null;
}

/** One line of a log that holds one of the wanted texts. */
export interface ScannedLine {
  /** Of its first byte in the file. */
  readonly offset: number;
  /** From 1; null where the file was not read from its beginning. */
  readonly line: number | null;
  /** Decoded as UTF-8 (or UTF-16 by its mark), bytes that are none as U+FFFD, cut at the limit. */
  readonly text: string;
  /** The nearest line above that begins with a date, where this one does not; null where none. */
  readonly head: string | null;
}

export interface LogScanOptions {
  /** Plain texts, upper and lower case told apart; a line that holds none is passed over. */
  readonly needles: readonly string[];
  /** Only the newest bytes of the file; null for the whole. */
  readonly newestBytes: number | null;
  /** Longest text of a line that is handed over, in characters. */
  readonly lineLength: number;
  /** False where every line tells its own time, so that none is looked for above: heads are null. */
  readonly heads?: boolean;
}

/** What became of scanning a log. */
export type LogScan =
  | {
      readonly kind: 'scanned';
      readonly size: number;
      readonly modifiedAt: number;
      /** `newest` is that an older part was left out, or was gone before it was read. */
      readonly read: 'whole' | 'newest';
      readonly note: string | null;
    }
  | Exclude<FileRead, { readonly kind: 'bytes' }>;

/**
 * Reads logs. Files may grow, shrink, be replaced and be locked meanwhile (safety H15); no link is
 * followed out of an examined home (G8).
 */
export interface Logs {
  /**
   * Hands over the lines of a log that hold one of the needles, the newest part first and each part
   * in the order of the file. Never rejects for what lies on the disk; ends early on `signal`.
   */
  scan(
    path: string,
    options: LogScanOptions,
    onLines: (lines: readonly ScannedLine[]) => void,
    signal: AbortSignal,
  ): Promise<LogScan>;
  /**
   * Hands over complete new lines as they are written, from the end of the file on (or from its
   * beginning where it appears later), through rotation and truncation, until `signal`.
   * @param from `beginning` for a file that appeared before anybody could follow it, else `end`
   */
  follow(
    path: string,
    lineLength: number,
    onLines: (lines: readonly ScannedLine[]) => void,
    signal: AbortSignal,
    from?: 'beginning' | 'end',
  ): Promise<void>;
}

/**
 * What the system says of itself. Each answer is null where it cannot be had: for a copied profile
 * always. Runs only programs of the system, by absolute path and never one that a configuration
 * names (safety I1, I3).
 */
export interface Machine {
  processes(): Promise<readonly ProcessFacts[] | null>;
  listeners(): Promise<readonly ListenerFacts[] | null>;
  reservedPorts(): Promise<readonly { readonly from: number; readonly to: number }[] | null>;
  /** The program that opens addresses of a scheme (`claude`, `https`). */
  handlerOf(scheme: string): Promise<{ readonly program: string } | 'none' | null>;
  /** Keychain items of a service: presence and dates, after the user's leave for it (safety F7). */
  keychainItem(
    service: string,
  ): Promise<{ readonly createdAt: number | null; readonly modifiedAt: number | null } | null>;
}
export interface ProcessFacts {
  readonly pid: number;
  readonly parent: number | null;
  /** Path or name of the program. */
  readonly program: string;
  /** Its arguments; they can hold secrets and never leave the gatherer. */
  readonly args: readonly string[];
  readonly hasWindow: boolean | null;
}
export interface ListenerFacts {
  readonly port: number;
  readonly address: string;
  readonly pid: number | null;
}

/** Why a request got no answer. */
export const FAILURE_KINDS = [
  'dns',
  'refused',
  'unreachable',
  'reset',
  'tls',
  'timeout',
  'protocol',
  'policy',
  'cancelled',
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

export type Headers = readonly (readonly [string, string])[];

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'OPTIONS' | 'DELETE';
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | null;
  /** Who named this URL: the user, or a server that the user's server led to (safety E2). */
  readonly namedBy: 'user' | 'server';
  /** A smaller cap on the body than the port's own, in bytes (safety D20). */
  readonly bodyBytes?: number;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  /** Decoded body up to the cap of the port (256 KB, safety D20). */
  readonly body: string;
  /** True where the body went on behind the cap, or a stream was left after its first event. */
  readonly truncated: boolean;
}

export type HttpOutcome =
  | { readonly kind: 'response'; readonly response: HttpResponse }
  | {
      readonly kind: 'failure';
      readonly failure: FailureKind;
      /** The operating system's or TLS library's own code, e.g. ENOTFOUND, CERT_HAS_EXPIRED. */
      readonly code: string;
      readonly message: string;
    };

/** One address that a name leads to. */
export interface HostAddress {
  readonly address: string;
  readonly family: 4 | 6;
  readonly class: AddressClass;
}

/** A certificate as a TLS server sent it. Names and dates only; nothing of it is secret. */
export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  /** Milliseconds since 1970. */
  readonly validFrom: number;
  readonly validTo: number;
  /** Subject alternative names, DNS names and addresses, as text. */
  readonly names: readonly string[];
}

export interface TlsFacts {
  /** As Node names it, `TLSv1.3`; null where no handshake came about. */
  readonly protocol: string | null;
  /** The chain as it was sent, leaf first; empty where none was seen. */
  readonly sent: readonly CertificateFacts[];
  /** Whose authorities vouch for it: Node's bundled roots, the system's, or those the user added
   *  (NODE_EXTRA_CA_CERTS, --cacert); null where nobody does. */
  readonly trustedBy: 'bundled' | 'system' | 'added' | null;
  /** Why the certificate was not accepted, or null. */
  readonly failure: { readonly code: string; readonly message: string } | null;
}

/** What is known of one host before any request is read. */
export interface HostFacts {
  /** Host name and port as URLs name them. */
  readonly host: string;
  readonly port: number;
  /** Every answer of the resolver, in order; empty where the name does not resolve. */
  readonly addresses: readonly HostAddress[];
  /** True where --connect-to says where it is: then DNS was not asked about the real name. */
  readonly mapped: boolean;
  readonly dnsFailure: { readonly code: string; readonly message: string } | null;
  /** Null for http, and where no connection came about. */
  readonly tls: TlsFacts | null;
}

/** One run's way out. The only code that sends (safety E1). */
export interface HttpSession {
  /** Sends one request, follows nothing, never throws for what the network does. */
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpOutcome>;
  /**
   * Looks at the host of a URL: its addresses, and the TLS handshake where it is https. Sends no
   * request, is held to the same policy as `send`, and never throws for what the network does.
   * @returns null where the policy does not let us connect (E2), or the run was stopped
   */
  inspect(
    url: string,
    namedBy: HttpRequest['namedBy'],
    signal: AbortSignal,
  ): Promise<HostFacts | null>;
  /** Closes what is open. */
  close(): void;
}

export interface HttpOptions {
  /** The URL that the user gave; decides which address classes a server may name (safety E2). */
  readonly userUrl: string;
  /** As curl has them: `HOST:PORT:HOST2:PORT2`. */
  readonly connectTo: readonly ConnectTo[];
  /** PEM text of certificate authorities to trust besides the system's. */
  readonly ca: string | null;
}
export interface ConnectTo {
  readonly host: string;
  readonly port: number;
  readonly toHost: string;
  readonly toPort: number;
}
export interface Http {
  open(options: HttpOptions): HttpSession;
}

export interface Clock {
  /** Wall time in milliseconds since 1970. */
  now(): number;
  /** Milliseconds that never run backwards. */
  monotonic(): number;
  /** Calls back after the time, unless the returned function is called first. */
  after(ms: number, callback: () => void): () => void;
}

/** Where we look, and what is true of that place. */
export interface Place {
  readonly os: System;
  /** The home folder examined, in the notation of the machine that runs us. */
  readonly home: string;
  /** True where a copied profile is examined: then nothing outside home and project is read. */
  readonly copied: boolean;
  /** Project folder whose files are read as well, or null. */
  readonly project: string | null;
  /** Joins path segments in the notation of the machine that runs us. */
  join(...segments: string[]): string;
  /** An environment variable of this process; always undefined for a copied profile. */
  env(name: string): string | undefined;
}

export interface Ports {
  readonly files: Files;
  readonly logs: Logs;
  readonly machine: Machine;
  readonly http: Http;
  readonly clock: Clock;
  readonly place: Place;
}
