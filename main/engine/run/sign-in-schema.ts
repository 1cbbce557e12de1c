import * as z from 'zod';
import { CLIENT_IDS, SIGN_IN_WAYS } from '../../contract/words.ts';
import { NAVIGATION_ENDINGS, type NavigationEnding } from '../model/navigation-ending.ts';
import type { NavigationEvent } from '../model/navigation-event.ts';
import type {
  RefreshTrial,
  RoundReason,
  SignInCheck,
  SignInEnd,
  SignInEvidence,
  SignInRound,
  SignInTrace,
  StrictRefusal,
  TokenFacts,
} from '../model/sign-in-evidence.ts';
import { exchangeSchema as exchange, headers, jsonObject, time, word } from './exchange-schema.ts';

const frame = z.enum(['top', 'child']);
const url = z.string();
const at = z.number();
const event: z.ZodType<NavigationEvent> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('request'),
    at,
    url,
    method: z.string(),
    frame,
    redirectedBy: z.object({ url, status: z.int() }).nullable(),
    by: z.enum(['us', 'page', 'form']),
  }),
  z.object({ kind: z.literal('response'), at, url, status: z.int(), frame, headers }),
  z.object({ kind: z.literal('commit'), at, url, frame }),
  z.object({
    kind: z.literal('rest'),
    at,
    url,
    isEmpty: z.boolean(),
    title: z.string(),
    says: z.string(),
    has: z.object({
      password: z.boolean(),
      form: z.boolean(),
      button: z.boolean(),
      frame: z.boolean(),
    }),
  }),
  z.object({ kind: z.literal('failed'), at, url, error: z.string(), frame }),
  z.object({ kind: z.literal('download'), at, url, fileName: z.string() }),
  z.object({ kind: z.literal('popup'), at, url }),
  z.object({ kind: z.literal('console'), at, text: z.string() }),
  z.object({ kind: z.literal('certificate'), at, url, error: z.string() }),
  z.object({ kind: z.literal('passkey'), at, url }),
  z.object({
    kind: z.literal('callback'),
    at,
    url,
    method: z.string(),
    frame,
    body: z.string().nullable(),
    by: z.enum(['redirect', 'page', 'form']),
    status: z.int().nullable(),
  }),
  z.object({ kind: z.literal('scheme'), at, url }),
  z.object({ kind: z.literal('crashed'), at }),
  z.object({ kind: z.literal('closed'), at, by: z.enum(['user', 'us']) }),
  z.object({ kind: z.literal('quiet'), at, forMs: z.number() }),
]);

const ending: z.ZodType<NavigationEnding> = z.object({
  kind: z.enum(NAVIGATION_ENDINGS),
  at: z.string().nullable(),
  says: z.string(),
  events: z.array(z.int()),
});

const tokens: z.ZodType<TokenFacts> = z.object({
  form: z.enum(['jwt', 'opaque']),
  header: jsonObject.nullable(),
  claims: jsonObject.nullable(),
  type: z.string().nullable(),
  expiresIn: z.number().nullable(),
  scope: z.string().nullable(),
  hasRefresh: z.boolean(),
  hasId: z.boolean(),
});

const round: z.ZodType<SignInRound> = z.object({
  number: z.int(),
  because: word<RoundReason>(),
  idFrom: z.enum(['given', 'document', 'registered', 'kept']).nullable(),
  registration: exchange.nullable(),
  clientId: z.string().nullable(),
  issuer: z.string().nullable(),
  redirectUri: z.string(),
  resource: z.string().nullable(),
  scope: z.string().nullable(),
  state: z.string(),
  authorizeUrl: z.string().nullable(),
  events: z.array(event),
  ending: ending.nullable(),
  callback: headers.nullable(),
  callbackMethod: z.string().nullable(),
  token: exchange.nullable(),
  tokens: tokens.nullable(),
  strict: z.array(z.object({ step: word<StrictRefusal['step']>(), says: z.string() })),
  legacyCall: exchange.nullable(),
  modernCall: exchange.nullable(),
  list: exchange.nullable(),
  startedAt: time,
  durationMs: z.number(),
});

const refresh: z.ZodType<RefreshTrial> = z.object({
  exchange,
  tokens: tokens.nullable(),
  rotation: z.enum(['new', 'same', 'none']).nullable(),
  withScope: exchange.nullable(),
  call: exchange.nullable(),
  oldAgain: exchange.nullable(),
  unknown: exchange.nullable(),
});

const ENDS = ['signed in', 'never started', 'blank', 'loop', 'failed', 'unfinished'] as const;
const STARTS = [
  'reach',
  'challenge',
  'resource-metadata',
  'server-metadata',
  'registration',
] as const;

const trace: z.ZodType<SignInTrace> = z.object({
  way: z.enum(SIGN_IN_WAYS),
  headless: z.boolean(),
  neverStarted: z
    .object({ step: z.enum(STARTS), cause: z.string().nullable(), why: z.string() })
    .nullable(),
  rounds: z.array(round),
  end: z.enum(ENDS) satisfies z.ZodType<SignInEnd>,
  refresh: refresh.nullable(),
  revocation: exchange.nullable(),
  afterRevocation: exchange.nullable(),
  checks: z.record(word<SignInCheck>(), exchange) as z.ZodType<SignInTrace['checks']>,
});

/** How a sign-in went. */
export const signInSchema: z.ZodType<SignInEvidence> = z.object({
  as: z.enum(CLIENT_IDS),
  state: z.string(),
  callback: headers.nullable(),
  token: exchange.nullable(),
  call: exchange.nullable(),
  list: exchange.nullable(),
  trace: trace.nullable(),
});
