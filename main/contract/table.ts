import * as z from 'zod';
import { comparisonSchema } from './comparison.ts';
import { AppErrorCodeSchema } from './error-schema.ts';
import { REPAIR_CALLS, REPAIR_EVENTS, runId } from './repair-calls.ts';
import {
  configSchema,
  exchangeSchema,
  findingSchema,
  installSchema,
  machineSchema,
  reportSchema,
  sequenceMessageSchema,
} from './report.ts';
import { standingSchema } from './standing-schema.ts';
import { watchEndSchema, watchNewsSchema } from './watch.ts';
import {
  CATEGORIES,
  CLIENT_IDS,
  KEYCHAIN_TROUBLES,
  REVOCATIONS,
  SEVERITIES,
  SIGN_IN_OUTCOMES,
  STEPS,
  SYSTEMS,
  TOKEN_KINDS,
  TRANSPORTS,
} from './words.ts';

/**
 * Everything that crosses the bridge between a host and its window, once, as data. The host
 * (host.ts), the client (client.ts) and the test double (fake.ts) are derived from this table; to
 * add a call, add a row here and its handler in main/engine/app/handlers.ts.
 *
 * SECURITY: B7. No input names a path, a command or a header. A window may hand over three texts:
 * `address`, what the user typed to have checked or signed in to; `clientId`, the name of a client
 * that was registered by hand, public by nature (RFC 6749 §2.2: not a secret), which is only ever
 * the value of one parameter; and `reference`, which is written into a text for a vendor. What a fix
 * asks is answered by ids and by such names (repair-calls.ts). The secret of such a client cannot be handed over here. `register` is the user's leave, by a click and for
 * this one run, to register clients at that server's authorization server; `trace.start` is the
 * leave for one sign-in. No answer and no event holds a token, a code or a verifier.
 */

/** Longest text a person can reasonably type as an address. */
const ADDRESS_LENGTH = 2048;
const targetId = z.string().regex(/^[a-z0-9-]{1,64}$/);
const tokenId = z.string().regex(/^[\w:-]{1,128}$/);

export const overviewServerSchema = z.strictObject({
  id: targetId,
  name: z.string(),
  url: z.string().nullable(),
  transport: z.enum(TRANSPORTS),
  entries: z.array(
    z.strictObject({ client: z.enum(CLIENT_IDS), scope: z.string(), file: z.string() }),
  ),
  /** What this machine's files and logs say of it; the server itself was not asked. */
  known: standingSchema,
});
export const overviewSchema = z.strictObject({
  os: z.enum(SYSTEMS),
  installs: z.array(installSchema),
  configs: z.array(configSchema),
  servers: z.array(overviewServerSchema),
  logs: machineSchema.shape.logs,
  facts: machineSchema.shape.facts,
  findings: z.array(findingSchema),
});
export type Overview = z.infer<typeof overviewSchema>;
export type OverviewServer = z.infer<typeof overviewServerSchema>;

export const chosenTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('server'), id: targetId }),
  z.strictObject({ kind: z.literal('address'), address: z.string().max(ADDRESS_LENGTH) }),
  z.strictObject({ kind: z.literal('demo') }),
]);
export type ChosenTarget = z.infer<typeof chosenTargetSchema>;

export const modePageSchema = z.strictObject({
  code: z.string(),
  title: z.string(),
  severity: z.enum(SEVERITIES),
  category: z.enum(CATEGORIES),
  step: z.enum(STEPS),
  clients: z.array(z.enum(CLIENT_IDS)),
  explanation: z.string(),
  whatToDo: z.string(),
  references: z.array(z.strictObject({ page: z.string(), title: z.string() })),
});
export type ModePage = z.infer<typeof modePageSchema>;

/** One sign-in that is kept: what its tokens are, never what they say. */
export const tokenEntrySchema = z.strictObject({
  id: tokenId,
  kind: z.enum(TOKEN_KINDS),
  issuer: z.string(),
  /** Empty where the client sent no `resource`. */
  resource: z.string(),
  clientId: z.string(),
  scopes: z.array(z.string()),
  /** Milliseconds since 1970; null where the server did not say. */
  expiresAt: z.number().nullable(),
  savedAt: z.number().nullable(),
  /** Tells two values apart without showing either; empty without a value. */
  fingerprint: z.string(),
  /** Left behind by a traced sign-in that did not end. */
  pending: z.boolean(),
  where: z.enum(['keychain', 'memory']),
});
export type KeptToken = z.infer<typeof tokenEntrySchema>;

/** What a keychain call was refused for, in words; null where all went well. */
const refusal = z
  .strictObject({ trouble: z.enum(KEYCHAIN_TROUBLES), advice: z.string() })
  .nullable();

/** What became of one kept sign-in. */
const removedSchema = z.strictObject({
  id: tokenId,
  /** What the server made of its revocation; null where it was not asked. */
  revoked: z.enum(REVOCATIONS).nullable(),
  deleted: z.boolean(),
  refusal,
});
export type RemovedToken = z.infer<typeof removedSchema>;

const nothing = z.strictObject({});
const removed = z.strictObject({ results: z.array(removedSchema) });
const tokenIds = z.strictObject({ ids: z.array(tokenId).min(1).max(200) });
const error = z.strictObject({
  code: AppErrorCodeSchema,
  params: z.record(z.string(), z.string()),
});
/** What is being done now, as a sentence for people, and how much of it. */
const progress = z.strictObject({ runId, text: z.string(), done: z.int(), total: z.int() });

export const CALLS = {
  /** Names, versions and how this window is hosted; for the footer and bug reports. */
  'app.about': {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      host: z.enum(['electron', 'browser', 'test']),
      os: z.enum(SYSTEMS),
    }),
  },
  /** What is installed and configured on this machine. Reads files; contacts nobody (safety E8). */
  'machine.overview': { input: nothing, output: overviewSchema },
  /**
   * Compares the places of one server that lie on this machine. Further files are chosen at the
   * command line only: no path crosses the bridge (safety B7). Contacts nobody.
   */
  'compare.run': { input: z.strictObject({ target: targetId }), output: comparisonSchema },
  /** Starts a diagnosis; its progress and its end arrive as events with the same runId. */
  'diagnosis.start': {
    input: z.strictObject({ target: chosenTargetSchema, register: z.boolean() }),
    output: z.strictObject({ runId }),
  },
  /** Stops a diagnosis; what was seen so far still arrives as an incomplete report. */
  'diagnosis.cancel': { input: z.strictObject({ runId }), output: nothing },
  /** The help page of one failure mode. */
  'mode.explain': { input: z.strictObject({ code: z.string().max(8) }), output: modePageSchema },
  /** Opens one of our own listed pages in the system browser, by id, never by URL. */
  'page.open': { input: z.strictObject({ page: z.string().max(64) }), output: nothing },
  /** Starts a traced sign-in; one at a time. What it shows arrives as events with the same runId. */
  'trace.start': {
    input: z.strictObject({
      target: chosenTargetSchema,
      as: z.enum(CLIENT_IDS),
      way: z.enum(['isolated', 'system']),
      /** Keep the tokens in the keychain instead of revoking and removing them at the end. */
      keep: z.boolean(),
      /** Also the sign-ins of their own, which a server must refuse. */
      thorough: z.boolean(),
      clientId: z.string().min(1).max(512).nullable(),
    }),
    output: z.strictObject({ runId }),
  },
  /** Stops a traced sign-in, closes its window; what was seen still arrives as a report. */
  'trace.cancel': { input: z.strictObject({ runId }), output: nothing },
  /** Follows the logs on this machine; reads only, contacts nobody. Null is every server. */
  'watch.start': {
    input: z.strictObject({
      target: z.strictObject({ kind: z.literal('server'), id: targetId }).nullable(),
    }),
    output: z.strictObject({ runId }),
  },
  /** Stops watching; what was seen so far still arrives. */
  'watch.stop': { input: z.strictObject({ runId }), output: nothing },
  /** What is kept in the keychain, without a value. */
  'tokens.list': {
    input: nothing,
    output: z.strictObject({
      kept: z.enum(['keychain', 'memory']),
      /** Why it is only memory, or null. */
      trouble: z.enum(KEYCHAIN_TROUBLES).nullable(),
      /** Why there may be more than is listed, or null. */
      refusal,
      /** What was just cleaned up after a trace that was killed, as a line for people. */
      cleaned: z.string().nullable(),
      entries: z.array(tokenEntrySchema),
    }),
  },
  /** Removes kept sign-ins from the keychain; the server is not told. */
  'tokens.delete': { input: tokenIds, output: removed },
  /** Asks the servers to revoke kept tokens (RFC 7009), then removes them in any case. */
  'tokens.revoke': { input: tokenIds, output: removed },
  /** The text for the vendor of a client, or why there is none to write. */
  'vendor.report': {
    input: z.strictObject({ runId, reference: z.string().max(80) }),
    output: z.strictObject({ text: z.string().nullable(), why: z.string().nullable() }),
  },
  ...REPAIR_CALLS,
} as const;

export const EVENTS = {
  'diagnosis.progress': progress,
  'diagnosis.finished': z.strictObject({ runId, report: reportSchema }),
  'diagnosis.failed': z.strictObject({ runId, error }),
  'trace.progress': progress,
  /** The sequence diagram as it is now, and the exchanges that are new since the last time. */
  'trace.sequence': z.strictObject({
    runId,
    messages: z.array(sequenceMessageSchema),
    exchanges: z.array(exchangeSchema),
    /** What was called, as soon as it was: blank, loop, …; null before. */
    called: z
      .strictObject({
        outcome: z.enum(SIGN_IN_OUTCOMES),
        headline: z.string(),
        next: z.string(),
      })
      .nullable(),
  }),
  'trace.finished': z.strictObject({ runId, report: reportSchema }),
  'trace.failed': z.strictObject({ runId, error }),
  /** One thing that happened, as it happens. */
  'watch.news': z.strictObject({ runId, news: watchNewsSchema }),
  'watch.ended': z.strictObject({ runId, end: watchEndSchema }),
  'watch.failed': z.strictObject({ runId, error }),
  'repair.progress': progress,
  'repair.failed': z.strictObject({ runId, error }),
  ...REPAIR_EVENTS,
} as const;

export type CallName = keyof typeof CALLS;
export type EventName = keyof typeof EVENTS;
export type CallInput<N extends CallName> = z.infer<(typeof CALLS)[N]['input']>;
export type CallOutput<N extends CallName> = z.infer<(typeof CALLS)[N]['output']>;
export type EventPayload<N extends EventName> = z.infer<(typeof EVENTS)[N]>;
