/** Visits in which nothing is certain yet. */
import {
  AUTHORIZE_URL,
  BEGIN,
  CONSENT,
  hop,
  LOGIN,
  LOGIN_URL,
  message,
  NO_PARTS,
  page,
  quiet,
  rest,
  type Happening,
} from '../../../testing/navigation-of.ts';
import { APPROVE, pressed, FORM_ACTION } from './ending-rows.ts';

/** What may still go on. */
export const UNDECIDED: readonly (readonly [string, readonly Happening[]])[] = [
  ['a user who types a password', [...LOGIN, quiet(120_000)]],
  [
    'a password page with a policy for frames',
    [
      ...LOGIN,
      message("Refused to display 'https://a.example/' in a frame because of frame-ancestors"),
      quiet(120_000),
    ],
  ],
  [
    'a password page that offers a passkey as well',
    [...LOGIN, { kind: 'passkey', url: LOGIN_URL }, quiet(120_000)],
  ],
  [
    'a wrong password, answered 401',
    [
      ...LOGIN,
      2_000,
      pressed(LOGIN_URL),
      ...page(LOGIN_URL, {
        status: 401,
        says: 'login failed',
        has: { ...NO_PARTS, password: true, form: true },
      }),
      quiet(120_000),
    ],
  ],
  [
    'the wrong password six times',
    [
      ...LOGIN,
      ...Array.from({ length: 6 }, () => [
        3_000,
        pressed(LOGIN_URL),
        ...hop(LOGIN_URL, LOGIN_URL),
        ...page(LOGIN_URL, { has: { ...NO_PARTS, password: true, form: true } }),
      ]).flat(),
      quiet(120_000),
    ],
  ],
  [
    'a consent page that names the redirect URI',
    [
      ...CONSENT,
      quiet(2_000),
      rest(AUTHORIZE_URL, { says: 'client id; redirect uri', has: { ...NO_PARTS, form: true } }),
      quiet(120_000),
    ],
  ],
  ['a slow server', [...BEGIN, quiet(2_000), quiet(10_000)]],
  [
    'a page that renders late',
    [
      ...BEGIN,
      ...page(AUTHORIZE_URL, { isEmpty: true }),
      rest(AUTHORIZE_URL, { has: { ...NO_PARTS, password: true } }),
      quiet(120_000),
    ],
  ],
  [
    'a browser check',
    [...BEGIN, ...page(AUTHORIZE_URL, { status: 403, title: 'Just a moment...' }), quiet(120_000)],
  ],
  [
    'a policy that only reports',
    [...CONSENT, message(`[Report Only] ${FORM_ACTION}`), quiet(120_000)],
  ],
  [
    'a picture with a bad certificate',
    [
      ...LOGIN,
      { kind: 'certificate', url: 'https://cdn.example/x', error: 'net::ERR_CERT' },
      quiet(120_000),
    ],
  ],
  [
    'three steps by redirects',
    [
      ...BEGIN,
      ...[1, 2, 3].flatMap((n) =>
        hop(`${LOGIN_URL}?step=[value ${n}]`, `${LOGIN_URL}?step=[value ${n + 1}]`),
      ),
    ],
  ],
  [
    'a pop-up of a page that is gone',
    [
      ...CONSENT,
      { kind: 'popup', url: 'https://idp.example.com/' },
      pressed(APPROVE),
      ...page(APPROVE, { has: { ...NO_PARTS, form: true } }),
      quiet(5_000),
    ],
  ],
  ['a mail link', [...LOGIN, { kind: 'scheme', url: 'mailto:a@b.example' }, quiet(120_000)]],
];
