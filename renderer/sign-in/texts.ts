import type { SequenceMessage } from '../../main/contract/report.ts';
import type { RemovedToken } from '../../main/contract/table.ts';
import type {
  KeychainWord,
  Lane,
  SignInOutcome,
  SignInWayName,
  TokenKind,
} from '../../main/contract/words.ts';

/** Every text of the screens of sign-ins; the rules of renderer/texts.ts hold here too. */

export const STATE_TEXTS: Record<SequenceMessage['state'], string> = {
  ok: 'in order',
  warning: 'warning',
  wrong: 'wrong',
  waiting: 'waiting',
};

export const OUTCOME_TEXTS: Record<SignInOutcome, string> = {
  'signed-in': 'Signed in',
  'never-started': 'No sign-in page',
  blank: 'Blank page',
  loop: 'Sign-in loop',
  failed: 'Sign-in failed',
  unfinished: 'Not finished',
};

export const SETUP = {
  title: 'See every step of a sign-in.',
  lede: 'Unblank does what the chosen client does and shows what goes over the wire. Nothing happens before you press Start.',
  as: 'Whose sign-in',
  where: 'Where the sign-in page opens',
  ways: {
    isolated: [
      'In a window of its own',
      'Empty and isolated: none of your cookies, passwords or extensions. Its title shows the real origin.',
    ],
    system: [
      'In your browser',
      'For providers that refuse embedded windows, and for passkeys. Unblank waits for the call back on this machine.',
    ],
  } satisfies Record<Exclude<SignInWayName, 'none'>, readonly [string, string]>,
  systemCannot:
    'This client is called back on its own site, and your browser cannot bring that back to Unblank. Choose a window of its own.',
  more: 'More',
  keep: 'Keep the tokens',
  keepHint: 'In the keychain of this machine, until you remove them under Kept sign-ins.',
  thorough: 'Also try what must be refused',
  thoroughHint: 'Up to three more rounds of the sign-in page, with a wrong proof each.',
  clientId: 'Client ID that you registered',
  clientIdHint:
    'Leave it empty to register as the client does. Public clients only; no secret is asked for.',
  happens: 'What will happen',
  registers: (host: string) =>
    `Unblank gets a client ID at ${host} as the client does. If that needs a registration, one is made, and removed at the end where the server offers that.`,
  registersNot: (host: string) =>
    `Unblank uses the client ID that you gave, at ${host}. It registers nothing.`,
  opens: (way: keyof typeof OPENS, host: string) =>
    `${OPENS[way]} opens at ${host}. You sign in with your own account.`,
  calls: (host: string) =>
    `With the token, the first requests of the client go to ${host}. No tool is called. A refresh and requests that must be refused follow.`,
  ends: 'At the end the tokens are revoked where the server offers that, and removed here.',
  endsKept: 'The tokens stay valid and are kept in the keychain. They never reach this window.',
  authorization: 'the authorization server',
  server: 'your MCP server',
  start: 'Start the sign-in',
} as const;

const OPENS = { isolated: 'A window of its own', system: 'Your browser' } as const;

export const TRACE = {
  starting: 'Starting the sign-in.',
  stop: 'Stop',
  stopping: 'Stopping',
  step: (done: number, total: number) => `step ${done} of ${total}`,
  again: 'Trace again',
  failed: 'The sign-in could not be traced.',
  ended: 'The trace has ended.',
  diagram: 'Sequence of the sign-in',
  legend: 'Marks',
  noMessages: 'The steps appear here as they happen.',
  nothingSeen: 'No step was seen.',
  left: (number: number) => `${number} earlier steps are not drawn.`,
  keys: 'Choose a step to see its request and answer. Up and Down move, Enter opens.',
  message: (number: number, text: string, from: string, to: string, state: string) =>
    `${number}. ${text}, ${from === to ? from : `${from} to ${to}`}, ${state}`,
  after: (seconds: string) => `after ${seconds} s`,
  you: 'You',
  server: 'MCP server',
  authorization: 'Authorization server',
  unknownHost: 'not known yet',
  pane: 'Step',
  close: 'Close',
  noExchange: 'Nothing was sent over the wire by Unblank in this step.',
  fullReport: 'Open the full report',
  result: 'What the sign-in showed',
  token: 'The access token',
  tokenRows: {
    form: 'Form',
    audience: 'Audience',
    issuer: 'Issuer',
    scope: 'Scopes',
    expires: 'Expires after',
    refresh: 'Refresh token',
  },
  jwt: 'JWT, read here and sent nowhere',
  opaque: 'opaque',
  notSaid: 'not said',
  seconds: (number: number) => `${number} s`,
  yes: 'issued',
  no: 'not issued',
  tokensAfter: 'What became of the tokens',
  vendorTitle: 'Your server is not the cause',
  vendorText:
    'What was seen points to the client’s side. Unblank has written it down for its vendor.',
  vendor: 'Write to the vendor',
} as const;

export const LANE_TEXTS: Record<Exclude<Lane, 'client'>, string> = {
  you: TRACE.you,
  server: TRACE.server,
  authorization: TRACE.authorization,
};

export const TOKENS = {
  loading: 'Asking the keychain.',
  lede: 'Sign-ins that a trace was told to keep. Their values stay in the keychain and are never shown.',
  emptyTitle: 'Nothing is kept.',
  emptyText: 'A traced sign-in removes its tokens at the end, unless you choose to keep them.',
  memory: 'Kept in memory only, until Unblank closes.',
  partly: 'The keychain did not give everything.',
  kinds: {
    tokens: 'Access and refresh token',
    access: 'Access token',
    client: 'Registered client',
    unreadable: 'Damaged entry',
  } satisfies Record<TokenKind, string>,
  unreadableText: 'It cannot be read any more. Deleting it is all that can be done.',
  pending: 'Left behind by a trace that did not end.',
  rows: {
    issuer: 'Authorization server',
    resource: 'For',
    clientId: 'Client ID',
    scopes: 'Scopes',
    expires: 'Access token expires',
    saved: 'Kept since',
    fingerprint: 'Fingerprint',
    where: 'Where',
  },
  where: { keychain: 'keychain', memory: 'memory only' },
  none: 'none',
  notSaid: 'not said',
  expired: (at: string) => `${at}, expired`,
  delete: 'Delete',
  revoke: 'Revoke',
  all: 'Delete all',
  cancel: 'Keep',
  confirmDelete: (what: string) =>
    `Delete ${what} from the keychain? The server is not told; a token stays valid there until it expires.`,
  confirmRevoke: (host: string) =>
    `Revoke it at ${host}? Whoever uses it has to sign in again. It is deleted here, too.`,
  confirmAll: (number: number) =>
    `Delete all ${number} entries from the keychain? The servers are not told.`,
  this: 'this entry',
  busy: 'Working.',
  done: (removed: RemovedToken): string => `${revocation(removed)} ${deletion(removed)}`.trim(),
} as const;

function revocation({ revoked }: RemovedToken): string {
  return revoked === null ? '' : REVOCATION_TEXTS[revoked];
}

const REVOCATION_TEXTS: Record<NonNullable<RemovedToken['revoked']>, string> = {
  revoked: 'Revoked at the server.',
  'no-endpoint': 'The server has no revocation; the token is valid until it expires.',
  refused: 'The server refused to revoke it; the token may be valid until it expires.',
  unreachable: 'The server did not answer; the token may be valid until it expires.',
};

function deletion({ deleted, refusal }: RemovedToken): string {
  if (deleted) return 'Deleted here.';
  return refusal === null ? 'It was not there any more.' : `Not deleted: ${refusal.advice}`;
}

export const KEYCHAIN_TEXTS: Record<KeychainWord, string> = {
  missing: 'There is no keychain that Unblank can use on this machine.',
  locked: 'The keychain is locked.',
  denied: 'The keychain did not let Unblank in.',
  cancelled: 'The question of the keychain was closed.',
  timeout: 'The keychain did not answer within ten seconds.',
  corrupt: 'The keychain gave back something damaged.',
  failed: 'The keychain could not be used.',
};

export const VENDOR = {
  lede: 'Nothing is sent. Copy the text into the vendor’s form yourself; it holds no token, code or name of yours.',
  reference: 'Reference',
  referenceHint: 'The ofid_… from the error page of the client. Leave it empty if there is none.',
  preview: 'The text',
  copy: 'Copy text',
  none: 'There is nothing to write to the vendor.',
  writing: 'Writing the text.',
} as const;
