/**
 * Everything the engine needs from outside. The engine holds no clock, no file, no socket of its
 * own: a host gives these, a test gives fakes (main/engine/testing), and one contract suite runs
 * against both.
 */
import type { System } from '../contract/words.ts';

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
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | null;
  /** Who named this URL: the user, or a server that the user's server led to (safety E2). */
  readonly namedBy: 'user' | 'server';
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

/** One run's way out. The only code that sends (safety E1). */
export interface HttpSession {
  /** Sends one request, follows nothing, never throws for what the network does. */
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpOutcome>;
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
  readonly http: Http;
  readonly clock: Clock;
  readonly place: Place;
}
