import * as z from 'zod';
import { CLIENT_IDS, TRANSPORTS } from '../../contract/words.ts';
import type {
  AuthorizationServerEvidence,
  DocumentAttempt,
  DocumentPlace,
  DocumentProblem,
  McpProbeName,
  TargetEvidence,
} from '../model/evidence.ts';
import type { RegistrationEvidence } from '../model/registration-evidence.ts';
import { FAILURE_KINDS, type HostFacts } from '../ports.ts';
import { exchangeSchema as exchange, jsonObject, time, word } from './exchange-schema.ts';
import { signInSchema } from './sign-in-schema.ts';

const problem: z.ZodType<DocumentProblem> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('network'), failure: z.enum(FAILURE_KINDS), detail: z.string() }),
  z.object({ kind: z.literal('status'), status: z.int() }),
  z.object({ kind: z.literal('redirect'), status: z.int(), to: z.string() }),
  z.object({ kind: z.literal('html'), contentType: z.string() }),
  z.object({ kind: z.literal('not-json'), detail: z.string() }),
  z.object({ kind: z.literal('not-object') }),
  z.object({ kind: z.literal('too-large') }),
  z.object({ kind: z.literal('not-asked'), detail: z.string() }),
]);

const attempt: z.ZodType<DocumentAttempt> = z.object({
  place: word<DocumentPlace>(),
  url: z.string(),
  exchanges: z.array(exchange),
  json: jsonObject.nullable(),
  problem: problem.nullable(),
});

const server: z.ZodType<AuthorizationServerEvidence> = z.object({
  issuer: z.string(),
  namedBy: z.array(z.object({ place: word<DocumentPlace | 'origin'>(), index: z.int() })),
  attempts: z.array(attempt),
  guessed: exchange.nullable(),
  endpoints: z
    .object({
      token: exchange.nullable(),
      revocation: exchange.nullable(),
      preflight: exchange.nullable(),
    })
    .nullable(),
});

const certificate = z.object({
  subject: z.string(),
  issuer: z.string(),
  validFrom: time,
  validTo: time,
  names: z.array(z.string()),
});
const fault = z.object({ code: z.string(), message: z.string() });
const host: z.ZodType<HostFacts> = z.object({
  host: z.string(),
  port: z.int(),
  addresses: z.array(
    z.object({
      address: z.string(),
      family: z.union([z.literal(4), z.literal(6)]),
      class: z.enum(['public', 'loopback', 'private', 'link-local', 'special']),
    }),
  ),
  mapped: z.boolean(),
  dnsFailure: fault.nullable(),
  tls: z
    .object({
      protocol: z.string().nullable(),
      sent: z.array(certificate),
      trustedBy: z.enum(['bundled', 'system', 'added']).nullable(),
      failure: fault.nullable(),
    })
    .nullable(),
});

const registration: z.ZodType<RegistrationEvidence> = z.object({
  issuer: z.string(),
  attempts: z.array(
    z.object({
      as: z.enum(CLIENT_IDS),
      variant: word<RegistrationEvidence['attempts'][number]['variant']>(),
      sent: jsonObject,
      exchange,
      json: jsonObject.nullable(),
      clientId: z.string().nullable(),
      removal: z.enum(['deleted', 'not offered', 'refused']).nullable(),
    }),
  ),
  authorize: z.array(
    z.object({
      as: z.enum(CLIENT_IDS),
      variant: word<RegistrationEvidence['authorize'][number]['variant']>(),
      clientId: z.string(),
      redirectUri: z.string(),
      state: z.string(),
      exchange,
    }),
  ),
});

const entry = z.object({
  id: z.string(),
  client: z.enum(CLIENT_IDS),
  scope: z.string(),
  file: z.string(),
  name: z.string(),
  pointer: z.string(),
  line: z.int(),
  column: z.int(),
  transport: z.enum(TRANSPORTS),
  declaredType: z.string().nullable(),
  url: z.string().nullable(),
  command: z.string().nullable(),
  viaMcpRemote: z.boolean(),
  excerpt: z.string(),
  args: z.array(z.string()).default([]),
  // A saved trace is about the server: what was remarkable in a file of that machine is left out.
  facts: z.unknown().transform((): [] => []),
  signIn: z.unknown().transform(() => null),
  remoteHash: z.unknown().transform(() => null),
  commandHash: z.unknown().transform(() => null),
});

/** What is known of one server. */
export const targetEvidenceSchema: z.ZodType<TargetEvidence> = z.object({
  url: z.string().nullable(),
  entries: z.array(entry),
  first: z.object({ legacy: exchange, modern: exchange, stream: exchange }).nullable(),
  resourceMetadata: z.array(attempt).nullable(),
  authorizationServers: z.array(server).nullable(),
  mcpProbes: z.record(word<McpProbeName>(), exchange).nullable() as z.ZodType<
    TargetEvidence['mcpProbes']
  >,
  misplaced: z.array(attempt).nullable(),
  hosts: z.array(host).nullable(),
  registration: registration.nullable(),
  signIn: signInSchema.nullable(),
  local: z.unknown().transform(() => null),
});
