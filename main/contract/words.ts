/**
 * The closed vocabularies of a report. Each list is the one place where its words stand; the schema,
 * the text report and the screens read them from here.
 */

/** The stations of the way of a request, in the order in which a client passes them. */
export const STEPS = [
  'local',
  'reach',
  'challenge',
  'resource-metadata',
  'server-metadata',
  'registration',
  'authorize',
  'callback',
  'token',
  'call',
  'refresh',
] as const;
export type Step = (typeof STEPS)[number];

/** Every client that Unblank can judge or whose files it reads. */
export const CLIENT_IDS = [
  'claude-hosted',
  'claude-desktop-3p',
  'claude-desktop-code',
  'claude-code',
  'claude-desktop-stdio',
  'mcp-remote',
  'vscode',
  'cursor',
  'windsurf',
  'gemini',
  'codex',
  'ts-sdk',
  'python-sdk',
] as const;
export type ClientId = (typeof CLIENT_IDS)[number];

export const OUTCOMES = ['works', 'at-risk', 'blocked', 'unknown'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const SEVERITIES = ['error', 'warning', 'advice'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const CATEGORIES = ['account', 'quota', 'model', 'runtime', 'deployment'] as const;
export type Category = (typeof CATEGORIES)[number];

export const CONFIDENCES = ['certain', 'likely', 'possible'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const TRANSPORTS = ['http', 'sse', 'stdio', 'ws', 'unknown'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/**
 * Where a sign-in page is shown: an isolated window of ours, the user's own browser with a listener
 * on this machine, or nowhere (the user opens the address and pastes where it led).
 */
export const SIGN_IN_WAYS = ['isolated', 'system', 'none'] as const;
export type SignInWayName = (typeof SIGN_IN_WAYS)[number];

/** The four lanes of a sign-in, from left to right. */
export const LANES = ['you', 'client', 'server', 'authorization'] as const;
export type Lane = (typeof LANES)[number];

export const SIGN_IN_OUTCOMES = [
  'signed-in',
  'never-started',
  'blank',
  'loop',
  'failed',
  'unfinished',
] as const;
export type SignInOutcome = (typeof SIGN_IN_OUTCOMES)[number];

/** What is kept of a sign-in; `unreadable` is damaged, and deleting it is all that can be done. */
export const TOKEN_KINDS = ['tokens', 'access', 'client', 'unreadable'] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** What a server made of a revocation; `no-endpoint` is that it has none. */
export const REVOCATIONS = ['revoked', 'no-endpoint', 'refused', 'unreachable'] as const;

/** What can become of a keychain call. */
export const KEYCHAIN_TROUBLES = [
  'missing',
  'locked',
  'denied',
  'cancelled',
  'timeout',
  'corrupt',
  'failed',
] as const;
export type KeychainWord = (typeof KEYCHAIN_TROUBLES)[number];

/** How the story of an attempt ended; `open` is that its log says nothing more. */
export const INCIDENT_ENDS = ['connected', 'needs-sign-in', 'failed', 'closed', 'open'] as const;
export type IncidentEnd = (typeof INCIDENT_ENDS)[number];

/** Operating systems whose layout Unblank knows. */
export const SYSTEMS = ['darwin', 'win32', 'linux'] as const;
export type System = (typeof SYSTEMS)[number];

/** Revisions of the MCP specification that have rules for authorization. */
export const REVISIONS = ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'] as const;
export type Revision = (typeof REVISIONS)[number];

/**
 * How strictly a requirement is asked, as written. COMPAT is in no specification, but a shipped
 * client breaks on it; INFERRED is a conclusion that no source states.
 */
export const LEVELS = [
  'MUST',
  'MUST NOT',
  'SHOULD',
  'SHOULD NOT',
  'RECOMMENDED',
  'MAY',
  'COMPAT',
  'INFERRED',
] as const;
export type Level = (typeof LEVELS)[number];

export const REQUIREMENT_STATES = ['met', 'broken', 'not-applicable', 'not-seen'] as const;
export type RequirementState = (typeof REQUIREMENT_STATES)[number];

/** Words for people, one each (voice-and-look). */
export const OUTCOME_WORDS: Record<Outcome, string> = {
  works: 'works',
  'at-risk': 'at risk',
  blocked: 'blocked',
  unknown: 'not seen from here',
};

export const STEP_WORDS: Record<Step, string> = {
  local: 'this machine',
  reach: 'reach',
  challenge: 'challenge',
  'resource-metadata': 'resource metadata',
  'server-metadata': 'server metadata',
  registration: 'registration',
  authorize: 'sign-in',
  callback: 'callback',
  token: 'token',
  call: 'call',
  refresh: 'refresh',
};

/** Where something happens, in a sentence: `stops while reaching the server`. */
export function atStep(step: Step): string {
  if (step === 'local') return 'on this machine';
  return step === 'reach' ? 'while reaching the server' : `at ${STEP_WORDS[step]}`;
}

export const CLIENT_WORDS: Record<ClientId, string> = {
  'claude-hosted': 'Claude Desktop, claude.ai',
  'claude-desktop-3p': 'Claude Desktop (third-party mode)',
  'claude-desktop-code': 'Claude Desktop, Code tab',
  'claude-code': 'Claude Code',
  'claude-desktop-stdio': 'Claude Desktop, local servers',
  'mcp-remote': 'mcp-remote',
  vscode: 'VS Code',
  cursor: 'Cursor',
  windsurf: 'Windsurf',
  gemini: 'Gemini',
  codex: 'Codex',
  'ts-sdk': 'MCP TypeScript SDK',
  'python-sdk': 'MCP Python SDK',
};
