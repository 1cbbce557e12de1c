import * as z from 'zod';
import { AppErrorCodeSchema } from './error-schema.ts';
import { installSchema, configSchema, findingSchema, reportSchema } from './report.ts';
import { CATEGORIES, CLIENT_IDS, SEVERITIES, STEPS, SYSTEMS, TRANSPORTS } from './words.ts';

/**
 * Everything that crosses the bridge between a host and its window, once, as data. The host
 * (host.ts), the client (client.ts) and the test double (fake.ts) are derived from this table; to
 * add a call, add a row here and its handler in main/engine/app/handlers.ts.
 *
 * SECURITY: B7. No input names a path, a command or a header. The one text a window may hand over
 * is `address`, what the user typed to have checked; it only ever leads to the read-only probe of
 * E9 (GET, and unauthenticated first requests of a client). `register` is the user's leave, by a
 * click and for this one run, to register clients at that server's authorization server.
 */

/** Longest text a person can reasonably type as an address. */
const ADDRESS_LENGTH = 2048;
const runId = z.string().regex(/^run-\d{1,9}$/);
const targetId = z.string().regex(/^[a-z0-9-]{1,64}$/);

export const overviewServerSchema = z.strictObject({
  id: targetId,
  name: z.string(),
  url: z.string().nullable(),
  transport: z.enum(TRANSPORTS),
  entries: z.array(
    z.strictObject({ client: z.enum(CLIENT_IDS), scope: z.string(), file: z.string() }),
  ),
});
export const overviewSchema = z.strictObject({
  os: z.enum(SYSTEMS),
  installs: z.array(installSchema),
  configs: z.array(configSchema),
  servers: z.array(overviewServerSchema),
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

const nothing = z.strictObject({});

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
} as const;

export const EVENTS = {
  'diagnosis.progress': z.strictObject({
    runId,
    /** What is being done now, as a sentence for people. */
    text: z.string(),
    done: z.int(),
    total: z.int(),
  }),
  'diagnosis.finished': z.strictObject({ runId, report: reportSchema }),
  'diagnosis.failed': z.strictObject({
    runId,
    error: z.strictObject({
      code: AppErrorCodeSchema,
      params: z.record(z.string(), z.string()),
    }),
  }),
} as const;

export type CallName = keyof typeof CALLS;
export type EventName = keyof typeof EVENTS;
export type CallInput<N extends CallName> = z.infer<(typeof CALLS)[N]['input']>;
export type CallOutput<N extends CallName> = z.infer<(typeof CALLS)[N]['output']>;
export type EventPayload<N extends EventName> = z.infer<(typeof EVENTS)[N]>;
