import { statusOf } from '../clients/replay/replay.ts';
import { callRefusal, isCalled } from '../clients/sign-in/call-refusal.ts';
import { SHORT_LIFE } from '../clients/sign-in/loop-code.ts';
import { lastRound } from '../clients/sign-in/rounds-of.ts';
import type { Exchange } from '../model/evidence.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import type { SignInEvidence } from '../model/sign-in-evidence.ts';
import { audiencePair, type AudiencePair } from './evidence/audience-pair.ts';
import { httpEvidence } from './evidence/http-evidence.ts';
import { unlessSignedIn } from './words/unless-signed-in.ts';

/** F83: the token is made for somebody else, so the MCP server refuses it. */
export const mode = defineTargetMode({
  code: 'F83',
  title: 'The token is made for another server',
  explanation:
    'The sign-in succeeds, and the MCP server answers 401 to the very token that it led to, because its audience (aud) is not the MCP server’s address. A renewed token has the same audience, so nothing helps.',
  whatToDo:
    'Let the authorization server put the resource parameter of the request into aud, and let the MCP server accept exactly the resource of its metadata.',
  step: 'call',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['TK-16', 'TK-30', 'TK-31'],
  followsFrom: ['F26'],
  references: [
    'https://github.com/anthropics/claude-ai-mcp/issues/299',
    'https://claude.com/docs/connectors/building/troubleshooting',
  ],
  needs: ['first'],
  uses: ['signIn'],
  judge: (given) => unlessSignedIn(given, WOULD_TELL, inSignIn),
});

const WOULD_TELL = 'A token would tell: its audience is compared after a sign-in.';

function inSignIn(signIn: SignInEvidence): readonly Occurrence[] | null {
  const refusal = callRefusal(signIn);
  const isShort = (lastRound(signIn)?.tokens?.expiresIn ?? SHORT_LIFE) < SHORT_LIFE;
  if (refusal?.kind === 'token' && !isShort) return [refusedToken(signIn, refusal.exchange)];
  const renewed = signIn.trace?.refresh?.call ?? null;
  if (renewed !== null && statusOf(renewed) === 401) return lostByRefresh(renewed, isShort);
  const pair = audiencePair(signIn);
  if (pair === null) return isCalled(signIn) ? [] : null;
  return pair.isSame ? [] : [foreignAudience(pair)];
}

/** The server refuses the token that its own sign-in brought. */
function refusedToken(signIn: SignInEvidence, exchange: Exchange): Occurrence {
  const pair = audiencePair(signIn);
  const seen = httpEvidence(exchange, 'the new token is answered 401');
  if (pair !== null && !pair.isSame)
    return { ...foreignAudience(pair, 'error'), evidence: [pair.evidence, seen] };
  const known =
    pair === null
      ? 'The token cannot be read from here, so its audience is not known.'
      : 'Its audience is right.';
  return {
    title: 'The server refuses the token it led to',
    explanation:
      'The sign-in succeeds, and the MCP server answers 401 to the very token that it led to. Clients begin again, and again.',
    detail: known,
    whatToDo:
      'Compare what the MCP server checks with what the authorization server issues: audience (aud), issuer (iss) letter by letter, the signing key (kid), and that both clocks agree. The log of the MCP server says which one it was.',
    ...(pair === null ? { confidence: 'likely' as const } : {}),
    evidence: [seen],
  };
}

function lostByRefresh(renewed: Exchange, isShort: boolean): readonly Occurrence[] {
  // Then it is over before it is used (F91).
  if (isShort) return [];
  return [
    {
      title: 'A renewed token is no longer taken',
      explanation:
        'The first token works, and the one that a refresh gives is answered 401. Mostly the refresh leaves out the audience or the scope of the first. Connections end after the first hour.',
      whatToDo: 'Give a renewed token the audience and scope of the one that it replaces.',
      requirements: ['TK-30'],
      evidence: [httpEvidence(renewed, 'the renewed token is answered 401')],
    },
  ];
}

function foreignAudience(
  pair: AudiencePair,
  severity: 'error' | 'warning' = 'warning',
): Occurrence {
  const harm =
    severity === 'error'
      ? ''
      : ' The MCP server takes it all the same, so it would take a token for that one, too.';
  return {
    severity,
    detail: `Its audience is ${pair.received}, and ${pair.expected} was asked for.${harm}`,
    evidence: [pair.evidence],
  };
}
