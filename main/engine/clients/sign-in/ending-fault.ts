import type { NavigationEnding } from '../../model/navigation-ending.ts';
import type { SignInEvidence, SignInRound } from '../../model/sign-in-evidence.ts';
import {
  REFUSAL_WORDS,
  type AuthorizeRefusal,
} from '../../probe/registration/authorize-refusal.ts';
import { ENDING_CAUSES, type EndingCause } from './ending-causes.ts';
import { lastRound } from './rounds-of.ts';

/** A visit to the sign-in page that did not end with a code, and why. */
export interface EndingFault {
  readonly code: `F${number}`;
  readonly reach: Exclude<EndingCause, { readonly notAFault: string }>['reach'];
  readonly ending: NavigationEnding;
  readonly round: SignInRound;
}

/** A client id that is not known, in the words of servers (RFC 6749 §4.1.2.1, Entra’s AADSTS700016). */
const UNKNOWN_CLIENT =
  /AADSTS700016|invalid_client\b|client_not_approved|(?:unknown|unregistered|no such) (?:oauth )?client|client.{0,24}(?:not (?:found|known|registered)|unknown|does not exist)/i;

/** What an error page or an error redirect is about, as the catalogue has it. */
const CODES: Readonly<Partial<Record<AuthorizeRefusal, `F${number}`>>> = {
  resource: 'F66',
  scope: 'F65',
  redirect: 'F44',
};

/**
 * How the last visit to the sign-in page went wrong, or null where it did not: it came back with a
 * code, it waits for its user, or none was made.
 */
export function endingFault(signIn: SignInEvidence): EndingFault | null {
  const round = lastRound(signIn);
  const ending = round?.ending ?? null;
  if (round === null || ending === null) return null;
  const cause = ENDING_CAUSES[ending.kind];
  if ('notAFault' in cause) return null;
  const told = ending.kind === 'error-page' || ending.kind === 'error-callback';
  const code = told ? codeInWords(round) : null;
  if (code === null) return { ...cause, ending, round };
  return { code, reach: 'own', ending, round };
}

/** What the page or the redirect says of itself, for looking words up in it. */
function saidIn({ events, callback, ending }: SignInRound): string {
  const pages = events.flatMap((one) => (one.kind === 'rest' ? [one.title, one.says] : []));
  const back = (callback ?? [])
    .filter(([name]) => name.startsWith('error'))
    .map(([, said]) => said);
  return [...back, ...pages.slice(-2), ending?.says ?? ''].join(' ');
}

function codeInWords(round: SignInRound): `F${number}` | null {
  const said = saidIn(round);
  if (UNKNOWN_CLIENT.test(said)) return round.idFrom === 'document' ? 'F46' : 'F50';
  const reason = REFUSAL_WORDS.find(([pattern]) => pattern.test(said))?.[1];
  return (reason === undefined ? null : CODES[reason]) ?? null;
}
