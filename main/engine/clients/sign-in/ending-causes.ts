import type { NavigationEndingKind } from '../../model/navigation-ending.ts';

/** Whose fault an ending is, and so for whom it is one. */
type Reach =
  /** The server’s, whoever signs in. */
  | 'everybody'
  /** It depends on what this very client sends. */
  | 'own'
  /** The server’s, but other browsers and clients may get over it. */
  | 'perhaps'
  /** The server’s, and the sign-in goes on all the same: a risk, for whomever. */
  | 'risk'
  /** Of our window alone: a client that opens the user’s browser gets over it. */
  | 'window';

/** The failure mode as which an ending shows, or why it is none. */
export type EndingCause =
  { readonly code: `F${number}`; readonly reach: Reach } | { readonly notAFault: string };

/**
 * Every way in which a visit to a sign-in page can end, and what it means. Three of them are told
 * apart further by what the page or the redirect says (ending-fault.ts).
 * @see failure-modes F60 to F77
 */
export const ENDING_CAUSES: Readonly<Record<NavigationEndingKind, EndingCause>> = {
  callback: { notAFault: 'It came back with a code.' },
  'error-callback': { code: 'F67', reach: 'own' },
  'posted-callback': { code: 'F63', reach: 'everybody' },
  'form-post-callback': { code: 'F63', reach: 'everybody' },
  'script-callback': { code: 'F63', reach: 'risk' },
  'framed-callback': { code: 'F63', reach: 'everybody' },
  'never-navigated': { code: 'F60', reach: 'perhaps' },
  'no-content': { code: 'F60', reach: 'everybody' },
  'empty-page': { code: 'F60', reach: 'everybody' },
  download: { code: 'F60', reach: 'everybody' },
  'blocked-popup': { code: 'F69', reach: 'perhaps' },
  'waits-for-opener': { code: 'F69', reach: 'perhaps' },
  'form-action-blocked': { code: 'F64', reach: 'everybody' },
  'frame-refused': { code: 'F64', reach: 'everybody' },
  'error-page': { code: 'F77', reach: 'everybody' },
  'embedded-refused': { code: 'F69', reach: 'window' },
  passkey: { code: 'F69', reach: 'window' },
  certificate: { code: 'F10', reach: 'everybody' },
  unreachable: { code: 'F60', reach: 'everybody' },
  'page-loop': { code: 'F62', reach: 'everybody' },
  'other-scheme': { code: 'F45', reach: 'perhaps' },
  crashed: { notAFault: 'The window itself broke; that says nothing of the server.' },
  closed: { notAFault: 'The user closed the window.' },
  waiting: { notAFault: 'The page waits for its user.' },
};
