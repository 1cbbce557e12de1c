import type {
  Report,
  ReportExchange,
  SequenceMessage,
  SignInReport,
  TargetReport,
} from '../../main/contract/report.ts';
import type { CallOutput, KeptToken } from '../../main/contract/table.ts';
import { SAMPLE_REPORT } from './sample-report.ts';

const SERVER = 'https://mcp.acme.example:8383';
const AUTH = 'https://auth.acme.example';

const BASE: SequenceMessage = {
  id: 'm',
  round: 1,
  atMs: 0,
  kind: 'request',
  from: 'client',
  to: 'server',
  text: '',
  state: 'ok',
  says: null,
  exchange: null,
};

function message(id: number, part: Partial<SequenceMessage>): SequenceMessage {
  return { ...BASE, id: `m${id}`, atMs: id * 180, ...part };
}

const back = { kind: 'answer', from: 'authorization', to: 'client' } as const;
const toAuth = { from: 'client', to: 'authorization' } as const;

/** A sign-in of hosted Claude that ends on a page without anything in it. */
export const BLANK_MESSAGES: readonly SequenceMessage[] = [
  message(1, { text: 'POST /mcp: initialize, without a token', exchange: 'x1' }),
  message(2, {
    kind: 'answer',
    from: 'server',
    to: 'client',
    text: '401 with the address of its metadata',
    exchange: 'x1',
  }),
  message(3, { ...toAuth, text: 'POST /register', exchange: 'x6' }),
  message(4, {
    ...back,
    text: '200 with a client ID',
    state: 'warning',
    says: 'The specification asks for 201. Clients accept 200.',
    exchange: 'x6',
  }),
  message(5, {
    from: 'client',
    to: 'you',
    text: 'opens the sign-in page in a window of its own',
    kind: 'page',
  }),
  message(6, {
    from: 'you',
    to: 'authorization',
    text: 'GET /authorize?response_type=code&state=[state 1]&code_challenge_method=S256',
  }),
  message(7, {
    kind: 'answer',
    from: 'authorization',
    to: 'you',
    text: '204 in place of a page',
    state: 'wrong',
  }),
  message(8, {
    kind: 'blank',
    from: 'you',
    to: 'you',
    text: 'about:blank',
    state: 'wrong',
    says: 'The answer was 204: nothing to show. The tab stays as empty as it was before the first request.',
  }),
];

/** The same authorization request again, with a registration for every round. */
export const LOOP_MESSAGES: readonly SequenceMessage[] = [
  ...BLANK_MESSAGES.slice(0, 6),
  ...[1, 2].flatMap((round) => [
    message(10 * round, { ...toAuth, round, text: 'POST /token', exchange: null }),
    message(10 * round + 1, { ...back, round, text: '200 with an access token' }),
    message(10 * round + 2, { round, text: 'POST /mcp: initialize, with the token' }),
    message(10 * round + 3, {
      kind: 'answer',
      from: 'server',
      to: 'client',
      round,
      text: '401 invalid_token',
      state: 'wrong',
      says: 'The server does not accept the token that was just issued for it.',
    }),
  ]),
  message(30, {
    kind: 'loop',
    from: 'client',
    to: 'authorization',
    round: 2,
    text: 'again, 2 of 2',
    state: 'wrong',
    says: 'The same sign-in begins again. It would go on like this for ever.',
  }),
  message(31, { ...toAuth, round: 3, text: 'GET /authorize', state: 'waiting' }),
];

/** What was sent to the authorization server of the sample. */
export const REGISTER: ReportExchange = {
  id: 'x6',
  step: 'registration',
  purpose: 'client registration',
  startedAt: '2026-11-23T14:03:13.000Z',
  durationMs: 88,
  request: {
    method: 'POST',
    url: `${AUTH}/register`,
    headers: [
      ['accept', 'application/json'],
      ['content-type', 'application/json'],
    ],
    body: '{"client_name":"Claude","redirect_uris":["https://claude.ai/api/mcp/auth_callback"],"token_endpoint_auth_method":"none"}',
  },
  response: {
    status: 200,
    headers: [['content-type', 'application/json']],
    body: '{"client_id":"client-1","client_secret":"[client secret 1]"}',
    truncated: false,
  },
  failure: null,
};

export const BLANK_SIGN_IN: SignInReport = {
  as: 'claude-hosted',
  way: 'isolated',
  outcome: 'blank',
  headline: 'The sign-in page answers 204, so the tab stays blank.',
  next: 'Answer the authorization request with a page or a redirect.',
  rounds: 1,
  messages: [...BLANK_MESSAGES],
  token: null,
  tokensAfter: [],
};

export const DONE_SIGN_IN: SignInReport = {
  ...BLANK_SIGN_IN,
  outcome: 'signed-in',
  headline: 'The sign-in works from the first request to the first call.',
  next: 'Nothing has to be done at the sign-in.',
  messages: BLANK_MESSAGES.slice(0, 6),
  token: {
    form: 'jwt',
    audience: `${SERVER}/mcp`,
    issuer: AUTH,
    scope: 'tools:read tools:write',
    expiresIn: 3600,
    refreshable: true,
  },
  tokensAfter: ['The access token was revoked.', 'The registered client was removed.'],
};

/** The report of the sample with a traced sign-in in it. */
export function tracedReport(signIn: SignInReport = BLANK_SIGN_IN): Report {
  const [first] = SAMPLE_REPORT.targets;
  const target = { ...(first as TargetReport), signIn };
  return { ...SAMPLE_REPORT, targets: [{ ...target, trace: [...target.trace, REGISTER] }] };
}

export const KEPT: KeptToken = {
  id: 'v1:0a',
  kind: 'tokens',
  issuer: AUTH,
  resource: `${SERVER}/mcp`,
  clientId: 'client-1',
  scopes: ['tools:read', 'tools:write'],
  expiresAt: Date.UTC(2026, 10, 23, 15),
  savedAt: Date.UTC(2026, 10, 23, 14),
  fingerprint: '0a1b2c3d',
  pending: false,
  where: 'keychain',
};

export const NOTHING_KEPT: CallOutput<'tokens.list'> = {
  kept: 'keychain',
  trouble: null,
  cleaned: null,
  refusal: null,
  entries: [],
};
