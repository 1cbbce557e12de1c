import { STEP_WORDS } from '../../../contract/words.ts';
import type {
  NeverStarted,
  SignInEnd,
  SignInEvidence,
  SignInTrace,
} from '../../model/sign-in-evidence.ts';
import { hostIn } from './address.ts';
import { clientName, sentence } from './headline/client-name.ts';
import { endingWords } from './headline/ending-words.ts';
import { named, type Cause, type Headline } from './headline/headline.ts';
import { loopWords } from './headline/loop-words.ts';
import { signedInWords } from './headline/signed-in-words.ts';
import { stageWords } from './headline/stage-of.ts';
import { loopCauseOf } from './loop-cause.ts';
import { ownRounds } from './own-rounds.ts';

/**
 * What happened in a sign-in, in one sentence, and what to do next, in another. Nothing that a server
 * said stands in it but hosts, statuses and registered error codes.
 * @param cause the first thing to mend, where the sign-in was judged; a page whose text is not shown
 *   here, and a sign-in that works all the same, are told by it
 */
export function headlineOf(signIn: SignInEvidence, cause: Cause | null = null): Headline {
  const { trace, as } = signIn;
  const client = clientName(as);
  const { headline, next } =
    trace === null ? recorded(client) : BY_END[trace.end](trace, client, cause);
  return { headline: sentence(headline), next: sentence(next) };
}

type Write = (trace: SignInTrace, client: string, cause: Cause | null) => Headline;

const BY_END: Readonly<Record<SignInEnd, Write>> = {
  'signed in': signedInWords,
  'never started': ({ neverStarted }, client) => stoppedWords(neverStarted, client),
  blank: lastWords,
  loop: loopOf,
  failed: failedWords,
  unfinished: lastWords,
};

const STOPPED: Readonly<Record<NeverStarted['step'], string>> = {
  reach: 'Make the server reachable for it first; the findings say what is in the way.',
  challenge: 'Answer its first request with 401 and a challenge that it can read.',
  'resource-metadata': 'Publish resource metadata where the 401 says, for exactly this URL.',
  'server-metadata':
    'Publish the metadata of the authorization server where the client looks for it.',
  registration: 'Let it register, support client id documents, or give a client id.',
};

function stoppedWords(stopped: NeverStarted | null, client: string): Headline {
  if (stopped === null) {
    return {
      headline: `${client} never gets to a sign-in page.`,
      next: 'The findings say which step before it fails.',
    };
  }
  const step = STEP_WORDS[stopped.step];
  const where = stopped.step === 'reach' ? 'it cannot reach the server' : `it stops at the ${step}`;
  return {
    headline: `${client} never gets to a sign-in page: ${where}.`,
    next: STOPPED[stopped.step],
  };
}

/** The ending of the last visit, unless it went on from there. */
function lastWords({ rounds }: SignInTrace, client: string, cause: Cause | null): Headline {
  const round = ownRounds(rounds).at(-1);
  if (!round) return unseen(client);
  const behind = isUnread(round.ending?.kind) ? null : stageWords(round, client);
  if (behind) return behind;
  if (round.token !== null) return refusedByClient(client);
  if (round.ending === null) return unseen(client);
  const { kind, at } = round.ending;
  const words = endingWords(kind, hostOf(at ?? round.authorizeUrl ?? ''), client);
  if (kind !== 'error-page' || cause === null) return words;
  return { ...words, next: `The findings tell what it refuses: ${named(cause)}.` };
}

/** Where the server had asked for another sign-in before, that belongs to it. */
function failedWords(trace: SignInTrace, client: string, cause: Cause | null): Headline {
  const words = lastWords(trace, client, cause);
  const count = ownRounds(trace.rounds).length;
  if (count < 3) return words;
  const { headline } = words;
  const rest = headline.replace(/^(?:A|The|Every) /, (one) => one.toLowerCase());
  return { ...words, headline: `${count} sign-ins in a row, each for another reason: ${rest}` };
}

/** Came back in a way in which a client never reads what came. */
function isUnread(kind: string | undefined): boolean {
  return kind === 'posted-callback' || kind === 'form-post-callback' || kind === 'framed-callback';
}

function loopOf(trace: SignInTrace, client: string): Headline {
  const ending = ownRounds(trace.rounds).at(-1)?.ending ?? null;
  if (ending?.kind === 'page-loop')
    return endingWords('page-loop', hostOf(ending.at ?? ''), client);
  return loopWords(loopCauseOf(trace.rounds, trace.refresh)?.cause ?? null);
}

function hostOf(at: string): string {
  return at === '' ? 'the authorization server' : hostIn(at.replace(/[?#].*$/s, ''));
}

/** Nothing failed on the wire: it is the client's own rules that refuse what came. */
function refusedByClient(client: string): Headline {
  return {
    headline: `Every step of the sign-in is answered, and ${client} refuses what it was given.`,
    next: 'The verdict on this client names the step and what it does not accept there.',
  };
}

function recorded(client: string): Headline {
  return {
    headline: `The sign-in of ${client} was recorded only in parts.`,
    next: 'Trace the sign-in to see every step of it.',
  };
}

function unseen(client: string): Headline {
  return {
    headline: `The sign-in of ${client} was stopped before there was anything to see.`,
    next: 'Trace again and finish the sign-in to see what comes after it.',
  };
}
