/** What the table of traced patients takes otherwise than by its rule, and why. */
type Why = string;

/** What no traced sign-in can show. Their break on the wire is tested in the hospital. */
export const NOT_TRACED: Readonly<Record<string, Why>> = {
  'guard-takes-tokens-in-query': 'Unblank puts no token into any address (D16).',
  'guard-takes-foreign-tokens': 'It takes a token that was made for another server (RS-14).',
  'authorize-state-encoded-again': 'Our state has nothing in it that encoding would change.',
  'registration-forgets-clients': 'It forgets after half a minute; F50 is seen at once elsewhere.',
  'token-secret-with-plus': 'Claude Code is a public client and has no secret.',
};

/** Their requirement is not what tells of them. */
export const BY_ANOTHER: Readonly<Record<string, Why>> = {
  'authorize-refuses-resource': 'AZ-10 compares requests of a check with --register.',
  'refresh-forgets-clients': 'DR-20 counts registrations; the refresh itself tells of F50.',
};

/** Named, and nothing that has to be mended before it works: there is no root cause. */
export const ADVICE_ONLY: Readonly<Record<string, Why>> = {
  'refresh-old-tokens-work': 'A thief profits from it, and no client notices.',
  'sign-in-refuses-embedded': 'It is our window that is refused, not the client.',
  'sign-in-wants-passkey': 'Our window has no passkeys; the user’s browser has.',
  'token-lifetime-is-text': 'Clients read it as a number.',
  'token-lifetime-missing': 'Clients wait for a 401 instead.',
  'token-lives-a-month': 'A stolen token lives long, and no client notices.',
  'token-outlives-replay': 'A SHOULD that no client notices.',
  'token-without-refresh': 'The sign-in lasts as long as its token.',
};

/** Errors besides the expected one that do not follow from it. */
export const BESIDES: Readonly<Record<string, { readonly codes: readonly string[]; why: Why }>> = {
  'guard-takes-expired-tokens': {
    codes: ['F91'],
    why: 'Its tokens live for seconds, so that one is over while the trace still runs.',
  },
};

/** Requirements (MUST) that break besides the one of the patient. */
export const ALSO_BROKEN: Readonly<Record<string, { readonly ids: readonly string[]; why: Why }>> =
  {
    'scope-403-bare': { ids: ['TK-31'], why: 'A bare 403 reads as a refusal of the token.' },
    'token-any-verifier': { ids: ['TK-09'], why: 'No verifier is as good as any.' },
    'token-audience-is-client': { ids: ['TK-31'], why: 'The server refuses what is not for it.' },
  };

/** The verdict on the traced client where it is neither “works” after a token nor “blocked”. */
export const VERDICTS: Readonly<Record<string, 'at-risk' | 'unknown'>> = {
  'callback-by-script': 'at-risk',
  'guard-takes-expired-tokens': 'at-risk',
  'refresh-drops-audience': 'at-risk',
  'refresh-forgets-clients': 'at-risk',
  'refresh-needs-scope': 'at-risk',
  'sign-in-refuses-embedded': 'unknown',
  'sign-in-wants-passkey': 'unknown',
  'token-lives-one-second': 'at-risk',
  'token-lives-ten-seconds': 'at-risk',
};
