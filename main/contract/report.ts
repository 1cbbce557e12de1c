import * as z from 'zod';
import { REPORT_SCHEMA_ID } from './report-id.ts';
import { requirementSchema } from './requirement-report.ts';
import { incidentSchema, storedSchema } from './story.ts';
import {
  CATEGORIES,
  CLIENT_IDS,
  CONFIDENCES,
  LANES,
  OUTCOMES,
  SEVERITIES,
  SIGN_IN_OUTCOMES,
  SIGN_IN_WAYS,
  STEPS,
  SYSTEMS,
  TRANSPORTS,
} from './words.ts';

/**
 * The report `unblank.report/1`: one object, shown as text, JSON or screens. Published as JSON
 * Schema in docs/report.schema.json, which a test holds against this file and against what the tool
 * prints. Field meanings: README, "The report".
 */
export { REPORT_SCHEMA_ID };

const header = z.tuple([z.string(), z.string()]);

export const exchangeSchema = z.strictObject({
  id: z.string(),
  step: z.enum(STEPS),
  /** What the request was made for, in the words of the specification. */
  purpose: z.string(),
  startedAt: z.string(),
  durationMs: z.number(),
  request: z.strictObject({
    method: z.string(),
    url: z.string(),
    headers: z.array(header),
    body: z.string().nullable(),
  }),
  response: z
    .strictObject({
      status: z.int(),
      headers: z.array(header),
      body: z.string(),
      truncated: z.boolean(),
    })
    .nullable(),
  failure: z.strictObject({ kind: z.string(), message: z.string() }).nullable(),
});
export type ReportExchange = z.infer<typeof exchangeSchema>;

export const evidenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('http'), exchange: z.string(), note: z.string() }),
  z.strictObject({
    kind: z.literal('header'),
    name: z.string(),
    value: z.string().nullable(),
    at: z.string(),
  }),
  z.strictObject({
    kind: z.literal('mismatch'),
    what: z.string(),
    expected: z.string(),
    received: z.string(),
    /** Index of the first character that differs; -1 where one of the two is missing. */
    differsAt: z.int(),
  }),
  z.strictObject({
    kind: z.literal('file'),
    file: z.string(),
    line: z.int().nullable(),
    column: z.int().nullable(),
    pointer: z.string().nullable(),
    excerpt: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('log'),
    file: z.string(),
    line: z.int().nullable(),
    time: z.string().nullable(),
    text: z.string(),
    count: z.int(),
    first: z.string().nullable(),
    last: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('incident'),
    incident: z.enum(['attempt', 'loop']),
    rounds: z.int(),
    periodSeconds: z.number().nullable(),
    first: z.string(),
    last: z.string(),
  }),
  z.strictObject({
    kind: z.literal('store'),
    file: z.string(),
    pointer: z.string().nullable(),
    fact: z.string(),
  }),
  z.strictObject({
    kind: z.literal('dns'),
    host: z.string(),
    addresses: z.array(z.string()),
    note: z.string(),
  }),
  z.strictObject({
    kind: z.literal('tls'),
    host: z.string(),
    problem: z.string(),
    note: z.string(),
  }),
  z.strictObject({
    kind: z.literal('timing'),
    what: z.string(),
    ms: z.number(),
    limitMs: z.number().nullable(),
  }),
  z.strictObject({ kind: z.literal('navigation'), events: z.array(z.string()) }),
]);
export type Evidence = z.infer<typeof evidenceSchema>;

const fixSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  automation: z.enum(['apply', 'guided', 'instructions']),
  undoable: z.boolean(),
});

export const findingSchema = z.strictObject({
  code: z.string().regex(/^F\d{2,3}$/),
  title: z.string(),
  severity: z.enum(SEVERITIES),
  category: z.enum(CATEGORIES),
  step: z.enum(STEPS),
  confidence: z.enum(CONFIDENCES),
  clients: z.array(z.enum(CLIENT_IDS)),
  requirements: z.array(z.string()),
  explanation: z.string(),
  whatToDo: z.string(),
  /** Text to copy into the server or a file, where one can be given exactly; else null. */
  snippet: z.string().nullable(),
  evidence: z.array(evidenceSchema),
  consequenceOf: z.string().nullable(),
  fixes: z.array(fixSchema),
  references: z.array(z.url()),
});
export type Finding = z.infer<typeof findingSchema>;

export const verdictSchema = z.strictObject({
  client: z.enum(CLIENT_IDS),
  /** Version whose rules were used, or null where the client has none we can name. */
  version: z.string().nullable(),
  outcome: z.enum(OUTCOMES),
  /** Where the client stops; where it does not, the last step that was seen. */
  step: z.enum(STEPS),
  cause: z.string().nullable(),
  confidence: z.enum(CONFIDENCES),
  why: z.string(),
  /** The request at which the client stops, or null where it does not. */
  stopsAt: z.strictObject({ method: z.string(), url: z.string() }).nullable(),
  /** The text that its user sees then, or null where nobody knows it. */
  sees: z.string().nullable(),
});
export type Verdict = z.infer<typeof verdictSchema>;

/** One arrow, frame or bracket of the sequence diagram of a sign-in. */
export const sequenceMessageSchema = z.strictObject({
  id: z.string(),
  /** The round of the sign-in to which it belongs, from 1. */
  round: z.int(),
  /** Milliseconds since the sign-in began. */
  atMs: z.number(),
  kind: z.enum(['request', 'answer', 'page', 'blank', 'loop', 'note']),
  from: z.enum(LANES),
  to: z.enum(LANES),
  /** What goes there, in a few words: `GET /authorize`, `302 to the callback`, `a page: “Sign in”`. */
  text: z.string(),
  state: z.enum(['ok', 'warning', 'wrong', 'waiting']),
  /** A sentence for people where something is to be said, else null. */
  says: z.string().nullable(),
  /** The exchange in `trace` that it belongs to, or null. */
  exchange: z.string().nullable(),
});
export type SequenceMessage = z.infer<typeof sequenceMessageSchema>;

/** What a traced sign-in showed. No token, code or verifier is in it. */
export const signInSchema = z.strictObject({
  as: z.enum(CLIENT_IDS),
  way: z.enum(SIGN_IN_WAYS),
  outcome: z.enum(SIGN_IN_OUTCOMES),
  /** What happened, in one sentence. */
  headline: z.string(),
  /** What to do next, in one sentence. */
  next: z.string(),
  rounds: z.int(),
  messages: z.array(sequenceMessageSchema),
  /** What the access token is; null where none was issued. */
  token: z
    .strictObject({
      form: z.enum(['jwt', 'opaque']),
      audience: z.string().nullable(),
      issuer: z.string().nullable(),
      scope: z.string().nullable(),
      expiresIn: z.number().nullable(),
      refreshable: z.boolean(),
    })
    .nullable(),
  /** What became of the tokens at the end, one line each: revoked, deleted, kept in the keychain. */
  tokensAfter: z.array(z.string()),
});
export type SignInReport = z.infer<typeof signInSchema>;

export const targetSchema = z.strictObject({
  id: z.string(),
  url: z.string().nullable(),
  transport: z.enum(TRANSPORTS),
  names: z.array(
    z.strictObject({
      client: z.enum(CLIENT_IDS),
      scope: z.string(),
      file: z.string(),
      pointer: z.string(),
      name: z.string(),
    }),
  ),
  rootCause: z.string().nullable(),
  verdicts: z.array(verdictSchema),
  findings: z.array(findingSchema),
  /** Every requirement that a probe can see, in the order of its list. */
  specification: z.array(requirementSchema),
  /** True where the user allowed to register clients at the authorization server. */
  registrationTried: z.boolean(),
  /** What a registration left at the server, one line each. */
  leftBehind: z.array(z.string()),
  /** The traced sign-in, or null where none was made. */
  signIn: signInSchema.nullable(),
  /** What clients' logs tell about it, newest first. */
  incidents: z.array(incidentSchema),
  stored: z.array(storedSchema),
  trace: z.array(exchangeSchema),
});
export type TargetReport = z.infer<typeof targetSchema>;

export const installSchema = z.strictObject({
  client: z.enum(CLIENT_IDS),
  version: z.string().nullable(),
  location: z.string(),
  how: z.string(),
});

export const CONFIG_STATES = [
  'ok',
  'empty',
  'broken',
  'folder',
  'unreadable',
  'too-large',
  'missing',
] as const;
export type ConfigState = (typeof CONFIG_STATES)[number];

export const configSchema = z.strictObject({
  client: z.enum(CLIENT_IDS),
  scope: z.string(),
  file: z.string(),
  state: z.enum(CONFIG_STATES),
  servers: z.array(z.string()),
  notes: z.array(z.string()),
});

export const machineSchema = z.strictObject({
  os: z.enum(SYSTEMS),
  installs: z.array(installSchema),
  configs: z.array(configSchema),
  logs: z.array(z.strictObject({ client: z.enum(CLIENT_IDS), file: z.string(), note: z.string() })),
  /** What else is true of it and worth carrying to a report, one line each. */
  facts: z.array(z.strictObject({ what: z.string(), value: z.string() })),
  findings: z.array(findingSchema),
});
export type MachineReport = z.infer<typeof machineSchema>;

export const reportSchema = z.strictObject({
  schema: z.literal(REPORT_SCHEMA_ID),
  tool: z.strictObject({ name: z.literal('unblank'), version: z.string() }),
  startedAt: z.string(),
  durationMs: z.number(),
  /** False where the run was cancelled, ran out of time or lost a part; notExamined says which. */
  complete: z.boolean(),
  targets: z.array(targetSchema),
  machine: machineSchema,
  notExamined: z.array(z.strictObject({ what: z.string(), why: z.string() })),
});
export type Report = z.infer<typeof reportSchema>;
