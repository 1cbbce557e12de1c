import { describe, expect, test } from 'vitest';
import type { ClientId } from '../../../contract/words.ts';
import type { NavigationEndingKind } from '../../model/navigation-ending.ts';
import type { SignInEvidence } from '../../model/sign-in-evidence.ts';
import { judgeClient } from '../../run/judge-client.ts';
import { healthyEvidence } from '../../testing/evidence-builders.ts';
import { answerText } from '../../testing/fake-answers.ts';
import {
  call,
  endedRound,
  failedTrace,
  healthyRefresh,
  healthyRound,
  healthyTrace,
  NO_TOKEN,
  oauthError,
  page,
  tokenFacts,
  tokenRequest,
} from '../../testing/healthy-trace.ts';
import { CLIENTS } from '../index.generated.ts';

/** The verdict of a client over a sign-in that was traced as Claude Code. */
function verdict(id: ClientId, signIn: SignInEvidence) {
  const client = CLIENTS.find((one) => one.id === id && one.isNewest);
  if (client === undefined) throw new Error(`there is no ${id}`);
  return judgeClient(client, healthyEvidence({ signIn })).verdict;
}
const ended = (kind: NavigationEndingKind, says = '') =>
  failedTrace([endedRound(kind, { events: [page({ says })] })]);

describe('what the server does to everybody stops every client', () => {
  test.each<[string, SignInEvidence, string]>([
    ['204', ended('no-content'), 'F60'],
    ['a POST', ended('posted-callback'), 'F63'],
    ['a policy', ended('form-action-blocked'), 'F64'],
    [
      'a token that is refused',
      failedTrace([healthyRound({ legacyCall: call(401), modernCall: null, list: null })]),
      'F83',
    ],
  ])('%s: %s', (_, signIn, cause) => {
    for (const id of ['claude-code', 'claude-hosted', 'vscode', 'ts-sdk', 'python-sdk'] as const)
      expect([id, verdict(id, signIn)]).toMatchObject([id, { outcome: 'blocked', cause }]);
  });
});

describe('what lets a client in all the same is a risk for every client', () => {
  const shortLived = healthyRound({ tokens: tokenFacts({ expiresIn: 10 }) });
  const byScript = healthyRound({
    ending: { kind: 'script-callback', at: null, says: 'It came back by a script.', events: [0] },
  });
  test.each<[string, SignInEvidence, string]>([
    ['a token of ten seconds', healthyTrace({ rounds: [shortLived] }), 'F91'],
    ['a script as the last step', healthyTrace({ rounds: [byScript] }), 'F63'],
  ])('%s', (_, signIn, cause) => {
    for (const id of ['claude-code', 'claude-hosted', 'vscode', 'ts-sdk', 'python-sdk'] as const)
      expect([id, verdict(id, signIn)]).toMatchObject([id, { outcome: 'at-risk', cause }]);
  });

  test('a token of an hour and a redirect are none', () => {
    expect(verdict('claude-code', healthyTrace()).outcome).toBe('works');
  });
});

describe('what is about one client’s own request stops that one alone', () => {
  const SCOPE = answerText('', 403, [['WWW-Authenticate', 'Bearer error="insufficient_scope"']]);
  const refused = tokenRequest(oauthError('invalid_client', 401));
  test.each<[string, SignInEvidence, string, string]>([
    ['its redirect', ended('error-page', 'redirect_uri is not registered'), 'F44', 'works'],
    ['its id', failedTrace([healthyRound({ ...NO_TOKEN, token: refused })]), 'F81', 'works'],
    [
      'its scope',
      failedTrace([healthyRound({ legacyCall: call(SCOPE), modernCall: null, list: null })]),
      'F87',
      'at-risk',
    ],
    [
      'an error that came back',
      failedTrace([
        endedRound('error-callback', {
          callback: [
            ['error', 'access_denied'],
            ['state', '[state 1]'],
          ],
        }),
      ]),
      'F67',
      'works',
    ],
  ])('%s', (_, signIn, cause, other) => {
    expect(verdict('claude-code', signIn)).toMatchObject({ outcome: 'blocked', cause });
    expect(verdict('claude-hosted', signIn).outcome).toBe(other);
  });
});

test('a provider that refuses our window leaves the client open, and says nothing of others', () => {
  const signIn = ended('embedded-refused');
  expect(verdict('claude-code', signIn)).toMatchObject({ outcome: 'unknown', cause: null });
  expect(verdict('claude-hosted', signIn).outcome).toBe('works');
});

describe('a sign-in that goes through', () => {
  test('is told of its client to the last step, and of others as far as it is the server’s', () => {
    expect(verdict('claude-code', healthyTrace())).toMatchObject({
      outcome: 'works',
      step: 'refresh',
      why: 'The sign-in that was traced as this client went through. It was seen up to the list of tools and a renewed token.',
    });
    const hosted = verdict('claude-hosted', healthyTrace());
    expect(hosted).toMatchObject({ outcome: 'works', step: 'refresh' });
    expect(hosted.why).toContain('traced as Claude Code');
    expect(hosted.why).toContain('160.79.104.0/21');
  });

  test('and was not renewed ends at the call; one that nobody finished at the page', () => {
    expect(verdict('claude-code', healthyTrace({ refresh: null })).step).toBe('call');
    const waiting = failedTrace([endedRound('waiting')], { end: 'unfinished' });
    expect(verdict('claude-code', waiting)).toMatchObject({ outcome: 'works', step: 'authorize' });
  });

  test('is a risk where its token cannot be renewed', () => {
    const refused = { exchange: tokenRequest(oauthError('invalid_grant')), tokens: null };
    const signIn = healthyTrace({ refresh: healthyRefresh({ ...refused, call: null }) });
    expect(verdict('claude-code', signIn)).toMatchObject({ outcome: 'at-risk', cause: 'F91' });
    const needsScope = { exchange: tokenRequest(oauthError('invalid_scope')) };
    const picky = healthyTrace({ refresh: healthyRefresh(needsScope) });
    expect(verdict('claude-code', picky)).toMatchObject({ outcome: 'at-risk', cause: 'F91' });
    const forgotten = { exchange: tokenRequest(oauthError('invalid_client', 401)), tokens: null };
    const gone = healthyTrace({ refresh: healthyRefresh({ ...forgotten, call: null }) });
    expect(verdict('claude-code', gone)).toMatchObject({ outcome: 'at-risk', cause: 'F50' });
    const lost = healthyTrace({ refresh: healthyRefresh({ call: call(401) }) });
    expect(verdict('claude-code', lost)).toMatchObject({ outcome: 'at-risk', cause: 'F83' });
  });
});

describe('a sign-in that never starts', () => {
  const stop = { step: 'registration', cause: null, why: 'It got no id.' } as const;
  const never = failedTrace([], { neverStarted: stop, end: 'never started' });

  test('stops its client where discovery does not say why, and leaves the others as they were', () => {
    expect(verdict('claude-code', never)).toMatchObject({
      outcome: 'blocked',
      step: 'registration',
      cause: 'F60',
    });
    expect(verdict('claude-hosted', never)).toMatchObject({
      outcome: 'works',
      step: 'registration',
    });
  });
});
