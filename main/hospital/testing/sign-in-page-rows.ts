import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { NEXT_PATH } from '../sign-in-pages.ts';
import type { Json } from '../message.ts';
import { authorize, type AuthRow, type Look } from './auth-row.ts';
import { begin, send, type Received } from './send.ts';

/** What the sign-in is answered with; its status, a header as `@name`, or the kind of its content. */
const first =
  (what: string): Look =>
  async (patient) =>
    seenOf(await authorize(patient), what);

/** The same of the address to which it leads. */
const next =
  (what: string): Look =>
  async (patient) => {
    const { location = NEXT_PATH } = (await authorize(patient)).headers;
    const url = new URL(location, patient.names.authOrigin).href;
    if (!url.startsWith(patient.names.authOrigin)) return 'elsewhere';
    return seenOf(await send(patient, url), what);
  };

/** `location` without its query and with names for its origin. */
const leadsTo: Look = async (patient) => {
  const { location = '' } = (await authorize(patient)).headers;
  const { origin, pathname } = new URL(location, patient.names.authOrigin);
  const { names } = patient;
  const known = Object.entries(names).find(([, value]) => value === origin);
  return `${known?.[0] ?? 'the client'} ${pathname}`;
};

function seenOf({ status, headers, body }: Received, what: string): Json {
  if (what === 'status') return status;
  if (what.startsWith('@')) return headers[what.slice(1)] ?? 'missing';
  return body.includes(what);
}

/** What becomes of a request: its status, `reset`, or `open` where others are answered before it. */
const fate: Look = async (patient) => {
  const request = begin(patient, `${patient.names.authOrigin}${NEXT_PATH}`);
  const own = once(request, 'response').then(
    ([response]: IncomingMessage[]) => response?.statusCode ?? 0,
    () => 'reset',
  );
  const others = async () => {
    for (let sent = 0; sent < 5; sent += 1) await send(patient, patient.url);
    return 'open';
  };
  const first = await Promise.race([own, others()]);
  request.destroy();
  return first;
};

const row = (patient: string, look: Look, sick: Json, well: Json): AuthRow => ({
  patient,
  look,
  sick,
  well,
});

const CLIENT = 'the client /callback';
const ON = `authOrigin ${NEXT_PATH}`;

/** What becomes of a browser that opens the sign-in page. */
export const SIGN_IN_PAGE_ROWS: readonly AuthRow[] = [
  row('sign-in-hangs', leadsTo, ON, CLIENT),
  row('sign-in-hangs', fate, 'open', 404),
  row('sign-in-resets', fate, 'reset', 404),
  row('sign-in-host-unknown', leadsTo, 'deadOrigin /sign-in', CLIENT),
  row('sign-in-no-content', first('status'), 204, 302),
  row(
    'sign-in-downloads',
    first('@content-disposition'),
    'attachment; filename="sign-in.html"',
    'missing',
  ),
  row('sign-in-octet-stream', first('@content-type'), 'application/octet-stream', 'missing'),
  row('sign-in-empty-body', first('@content-length'), '0', '0'),
  row('sign-in-empty-body', first('status'), 200, 302),
  row('sign-in-script-breaks', first('window.signIn'), true, false),
  row('sign-in-in-popup', first('window.open('), true, false),
  row('sign-in-popup-by-button', first('onclick="window.open('), true, false),
  row('sign-in-waits-for-opener', first('window.opener'), true, false),
  row('sign-in-frame-refused', first('<iframe src="/sign-in?'), true, false),
  row('sign-in-frame-refused', next('@x-frame-options'), 'DENY', 'elsewhere'),
  row('sign-in-error-page', next('redirect_uri_mismatch'), true, 'elsewhere'),
  row('sign-in-refuses-embedded', next('disallowed_useragent'), true, 'elsewhere'),
  row('sign-in-wants-passkey', leadsTo, `authAlias ${NEXT_PATH}`, CLIENT),
  row('sign-in-certificate', leadsTo, 'untrustedOrigin /sign-in', CLIENT),
  row('sign-in-page-loop', first('location.replace("/sign-in?'), true, false),
  row('sign-in-page-loop', next('location.replace("/authorize?'), true, 'elsewhere'),
  row('sign-in-redirect-loop', leadsTo, ON, CLIENT),
  row('sign-in-redirect-loop', next('@set-cookie'), 'session=1; Path=/elsewhere', 'elsewhere'),
  row('sign-in-forgets', next('type="password"'), true, 'elsewhere'),
  row('sign-in-with-password', next('type="password"'), true, 'elsewhere'),
  row('sign-in-opens-program', first('claude://claude.ai/'), true, false),
];
