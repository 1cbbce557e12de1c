/** Registrations as literals, for tests: one that passes, and one call for each way to break it. */
import type { ClientId } from '../../contract/words.ts';
import type { Json, JsonObject, TargetEvidence } from '../model/evidence.ts';
import type {
  AuthorizeAttempt,
  AuthorizeVariant,
  RegistrationAttempt,
  RegistrationEvidence,
  RegistrationVariant,
} from '../model/registration-evidence.ts';
import { CLAUDE_CODE_REGISTERS } from '../clients/registers/claude-code.ts';
import { CLAUDE_DESKTOP_CODE_REGISTERS } from '../clients/registers/claude-desktop-code.ts';
import { CLAUDE_HOSTED_REGISTERS } from '../clients/registers/claude-hosted.ts';
import { CURSOR_REGISTERS } from '../clients/registers/cursor.ts';
import { MCP_REMOTE_REGISTERS } from '../clients/registers/mcp-remote.ts';
import { VSCODE_REGISTERS } from '../clients/registers/vscode.ts';
import type { RegistrationProfile } from '../model/client.ts';
import type { Headers, HttpOutcome } from '../ports.ts';
import { isMade } from '../probe/registration/attempts.ts';
import { jsonAnswer } from '../probe/registration/json-answer.ts';
import { healthyEvidence, type Changes } from './evidence-builders.ts';
import { exchange, ISSUER, type Answer } from './exchange-builders.ts';
import { answerJson } from './fake-answers.ts';

export const PROFILES: Partial<Record<ClientId, RegistrationProfile>> = {
  'claude-hosted': CLAUDE_HOSTED_REGISTERS,
  'claude-desktop-code': CLAUDE_DESKTOP_CODE_REGISTERS,
  'claude-code': CLAUDE_CODE_REGISTERS,
  'mcp-remote': MCP_REMOTE_REGISTERS,
  vscode: VSCODE_REGISTERS,
  cursor: CURSOR_REGISTERS,
};
const NO_STORE: Headers = [['Cache-Control', 'no-store']];
let ids = 0;

/** The answer to a registration that passed, with changes; `undefined` takes a member out. */
export function registered(sent: JsonObject, changes: Changes = {}, status = 201): HttpOutcome {
  const whole: Record<string, Json | undefined> = {
    ...sent,
    client_id: `client-${(ids += 1)}`,
    client_id_issued_at: 0,
    ...changes,
  };
  return answerJson(whole, status, NO_STORE);
}

/** The answer to a registration that was refused in OAuth form. */
export function refusal(error: string, description = '', status = 400): HttpOutcome {
  return answerJson({ error, error_description: description }, status, NO_STORE);
}

/** What a client sends, with a scope where it would send one. */
function bodyFor(as: ClientId): JsonObject {
  const body = PROFILES[as]?.body ?? {};
  return as === 'claude-hosted' ? body : { ...body, scope: 'mcp:tools' };
}

/** One registration and its answer; without one it passed. */
export function registration(
  as: ClientId,
  answer: Answer | ((sent: JsonObject) => HttpOutcome) = registered,
  variant: RegistrationVariant = 'as the client sends it',
  changes: JsonObject = {},
): RegistrationAttempt {
  const sent = { ...bodyFor(as), ...changes };
  const outcome = typeof answer === 'function' ? answer(sent) : answer;
  const url = `${ISSUER}/register`;
  const told = exchange({
    id: `${as} ${variant}`,
    step: 'registration',
    purpose: 'client registration',
    url,
    answer: outcome,
  });
  const attempt = { as, variant, sent, exchange: told, json: jsonAnswer(told) };
  const id = attempt.json?.client_id;
  if (!isMade({ ...attempt, clientId: null, removal: null }))
    return { ...attempt, clientId: null, removal: null };
  return { ...attempt, clientId: typeof id === 'string' ? id : null, removal: 'not offered' };
}

const HTTP = { redirect_uris: ['http://client.example/callback'] };
const NOT_ALLOWED = refusal('invalid_redirect_uri', 'not allowed');

/** All clients register, and what should be refused is; `changed` replaces single attempts. */
export function healthyAttempts(
  ...changed: readonly RegistrationAttempt[]
): readonly RegistrationAttempt[] {
  const clients = Object.keys(PROFILES) as ClientId[];
  const healthy = [
    ...clients.map((as) => registration(as)),
    registration('claude-code', registered, 'with an unknown member'),
    registration('claude-code', NOT_ALLOWED, 'with a plain http redirect', HTTP),
    registration('claude-code', NOT_ALLOWED, 'with a script for a redirect', HTTP),
  ];
  const isOther = (one: RegistrationAttempt) =>
    changed.every((two) => two.as !== one.as || two.variant !== one.variant);
  return [...healthy.filter(isOther), ...changed];
}

/** A sign-in page that was opened; `answer` is what it said. */
export function opened(
  variant: AuthorizeVariant,
  answer: Answer,
  changes: Partial<AuthorizeAttempt> = {},
): AuthorizeAttempt {
  return {
    as: 'claude-code',
    variant,
    clientId: CLAUDE_CODE_REGISTERS.clientIdDocument ?? '',
    redirectUri: CLAUDE_CODE_REGISTERS.redirectUri,
    state: 'state',
    exchange: exchange({ id: variant, method: 'GET', url: `${ISSUER}/authorize`, answer }),
    ...changes,
  };
}

/** A healthy server at which this was registered. */
export function withRegistration(
  attempts: readonly RegistrationAttempt[],
  authorize: RegistrationEvidence['authorize'] = [],
  evidence: TargetEvidence = healthyEvidence(),
): TargetEvidence {
  return { ...evidence, registration: { issuer: ISSUER, attempts, authorize } };
}
