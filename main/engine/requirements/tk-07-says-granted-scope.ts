import { defineRequirement } from '../model/requirement.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { broken } from './parts/broken.ts';
import { shownValue } from './parts/shown-value.ts';
import { SIGN_IN_NEEDS, overIssued } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** TK-07: a client must learn of a narrower scope. */
export const requirement = defineRequirement({
  id: 'TK-07',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'token',
  title: 'A token answer says its scope where it is not the one asked for.',
  source: 'OAuth 2.1 §3.2.3',
  shownBy: [],
  needs: SIGN_IN_NEEDS,
  check: overIssued(({ exchange, json, round, facts }) => {
    if (typeof json.scope === 'string') return 'met';
    if (round.scope === null) return 'not-applicable';
    const granted = facts?.claims?.scope ?? facts?.claims?.scp;
    if (granted === undefined)
      return { notSeen: 'No scope was answered, and the token does not say its own.' };
    const words = [granted].flat().filter((one) => typeof one === 'string');
    if (isSame(words.join(' '), round.scope)) return 'met';
    const text = `The token has the scope “${shownValue(words.join(' '))}”, “${shownValue(round.scope)}” was asked for, and the answer says neither.`;
    return broken(text, [httpEvidence(exchange, 'no scope in the answer')], { severity: 'advice' });
  }),
});

function isSame(one: string, other: string): boolean {
  const sorted = (scopes: string) => scopes.split(/\s+/).toSorted().join(' ');
  return sorted(one) === sorted(other);
}
