import { expect, test } from 'vitest';
import { SIGN_IN_ROWS } from './patient-table.ts';

/** An end of a sign-in that has to be told apart, its patients, the code and how the page ends. */
type Row = readonly [end: string, patients: readonly string[], code: string, page: string];

/** Every row of what the navigation trace is to tell apart; each patient is driven in Chromium. */
const ENDS: readonly Row[] = [
  ['it is never navigated to', ['sign-in-hangs'], 'F60', 'never-navigated'],
  ['it is there and empty', ['sign-in-empty-body', 'sign-in-script-breaks'], 'F60', 'empty-page'],
  ['a download comes', ['sign-in-downloads', 'sign-in-octet-stream'], 'F60', 'download'],
  ['204 comes', ['sign-in-no-content'], 'F60', 'no-content'],
  ['nobody answers', ['sign-in-host-unknown', 'sign-in-resets'], 'F60', 'unreachable'],
  ['a pop-up', ['sign-in-in-popup', 'sign-in-popup-by-button'], 'F69', 'blocked-popup'],
  ['it waits for its opener', ['sign-in-waits-for-opener'], 'F69', 'waits-for-opener'],
  ['form-action blocks the way', ['consent-form-action'], 'F64', 'form-action-blocked'],
  ['it comes back by POST', ['callback-by-307', 'callback-by-308'], 'F63', 'posted-callback'],
  ['it comes back by a form', ['callback-by-form'], 'F63', 'form-post-callback'],
  ['it comes back in a frame', ['callback-in-frame'], 'F63', 'framed-callback'],
  ['X-Frame-Options', ['sign-in-frame-refused'], 'F64', 'frame-refused'],
  ['the last step is a script', ['callback-by-script'], 'F63', 'script-callback'],
  ['an error page, no redirect', ['sign-in-error-page'], 'F44', 'error-page'],
  ['an error redirect', ['authorize-denies'], 'F67', 'error-callback'],
  ['embedded browsers are refused', ['sign-in-refuses-embedded'], 'F69', 'embedded-refused'],
  ['a passkey is asked for', ['sign-in-wants-passkey'], 'F69', 'passkey'],
  ['the certificate is refused', ['sign-in-certificate'], 'F10', 'certificate'],
  ['pages go round', ['sign-in-page-loop', 'sign-in-redirect-loop'], 'F62', 'page-loop'],
  ['a page forgets', ['sign-in-forgets'], 'F62', 'page-loop'],
  ['another program is opened', ['sign-in-opens-program'], 'F45', 'other-scheme'],
  ['again: 401 after a good token', ['token-refused-by-server'], 'F83', 'callback'],
  ['again: the audience is another', ['token-audience-is-client'], 'F83', 'callback'],
  ['again: never enough scope', ['scope-never-enough-to-connect'], 'F87', 'callback'],
  ['again: the refresh loses the audience', ['refresh-drops-audience'], 'F83', 'callback'],
  ['again: it registers each time', ['token-refuses-clients'], 'F81', 'callback'],
  ['again: the refresh forgets the client', ['refresh-forgets-clients'], 'F50', 'callback'],
  ['again: the token is over on arrival', ['token-over-on-arrival'], 'F91', 'callback'],
];

const DRIVEN = new Map(SIGN_IN_ROWS.map(({ patient }) => [patient.name, patient]));

test.each(ENDS)('%s: there is a patient whose sign-in ends so', (_end, patients, code, page) => {
  for (const name of patients) {
    const patient = DRIVEN.get(name);
    expect([name, patient?.expects[0], patient?.ends?.page]).toEqual([name, code, page]);
  }
});

test('no way in which a page can end is without a patient', () => {
  const told = new Set(ENDS.map(([, , , page]) => page));
  const ends = [...DRIVEN.values()].map(({ ends }) => ends?.page ?? 'callback');
  expect(ends.filter((page) => !told.has(page))).toEqual([]);
});
