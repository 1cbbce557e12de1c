import { describe, expect, test } from 'vitest';
import type { Client } from '../model/client.ts';
import type { TargetEvidence } from '../model/evidence.ts';
import { verdictOf } from '../testing/judge-one.ts';
import { client as claudeCode197 } from './claude-code-2-1-197.ts';
import { client as claudeCode } from './claude-code.ts';
import { client as mcpRemote } from './mcp-remote.ts';
import { client as python } from './python-sdk.ts';
import { CAPTURED } from './testing/captured-rows.ts';
import { CHALLENGE_ROWS } from './testing/challenge-rows.ts';
import type { LabRow } from './testing/lab.ts';
import { REGISTRATION_ROWS } from './testing/registration-rows.ts';
import { RESOURCE_ROWS } from './testing/resource-rows.ts';
import { SERVER_ROWS } from './testing/server-rows.ts';
import { CALL_ROWS, CALLBACK_ROWS, TOKEN_ROWS } from './testing/sign-in-rows.ts';
import { client as typescript1 } from './ts-sdk-1.ts';
import { client as typescript2 } from './ts-sdk.ts';

/**
 * Every prediction against what the client itself did: the mutation lab with three SDKs and the
 * captures of three programs, both of 2026-11-23 (reference-clients 2.4, real-clients). The table of
 * the lab speaks of 76 variants; it names 73, which are all here.
 */
const LAB: readonly (readonly [theme: string, rows: readonly LabRow[]])[] = [
  ['challenge', CHALLENGE_ROWS],
  ['resource metadata', RESOURCE_ROWS],
  ['server metadata', SERVER_ROWS],
  ['registration', REGISTRATION_ROWS],
  ['callback', CALLBACK_ROWS],
  ['token', TOKEN_ROWS],
  ['call', CALL_ROWS],
];

/** What we predict otherwise than it was, and why. This list may only get shorter. */
const DISAGREEMENTS: Readonly<Record<string, string>> = {};

interface Case {
  readonly name: string;
  readonly client: Client;
  readonly evidence: TargetEvidence;
  readonly did: 'ok' | 'fails';
}

const nameOf = ({ id, version }: Client, fault: string) => `${id} ${version}: ${fault}`;
const lab: readonly Case[] = LAB.flatMap(([theme, rows]) =>
  rows.flatMap(([fault, evidence, first, second = first, third = second]) =>
    (
      [
        [typescript1, first],
        [typescript2, second],
        [python, third],
      ] as const
    ).map(([client, outcome]) => ({
      name: nameOf(client, `${theme}: ${fault}`),
      client,
      evidence,
      did: outcome === 'fails' ? 'fails' : 'ok',
    })),
  ),
);
const PROGRAMS = [claudeCode197, claudeCode, mcpRemote] as const;
const captured: readonly Case[] = CAPTURED.flatMap(({ fault, evidence, did }) =>
  PROGRAMS.map((client, at) => ({ name: nameOf(client, fault), client, evidence, did: did[at]! })),
);

/** At risk is predicted to work; what is not seen agrees with nothing. */
function predicted({ client, evidence }: Case): string {
  const { outcome } = verdictOf(client, evidence);
  return { works: 'ok', 'at-risk': 'ok', blocked: 'fails', unknown: 'not seen' }[outcome];
}

const wrong = (cases: readonly Case[]) =>
  cases.filter((one) => predicted(one) !== one.did).map((one) => one.name);

describe('predictions agree with what was seen', () => {
  test('in the lab and in the captures, but for the list of disagreements', () => {
    expect(wrong([...lab, ...captured]).toSorted()).toEqual(Object.keys(DISAGREEMENTS).toSorted());
  });

  test('in 98 of 100 or better', () => {
    const all = [...lab, ...captured];
    expect(1 - wrong(all).length / all.length).toBeGreaterThanOrEqual(0.98);
  });

  test('over the whole table: no case was lost', () => {
    expect([lab.length, captured.length]).toEqual([73 * 3, 18 * 3]);
    expect(new Set([...lab, ...captured].map((one) => one.name)).size).toBe(91 * 3);
  });
});

describe('a verdict names the last request that the client made', () => {
  const stopped = CAPTURED.flatMap(({ fault, evidence, did, lastRequest }) =>
    PROGRAMS.flatMap((client, at) =>
      did[at] === 'fails' ? [[nameOf(client, fault), client, evidence, lastRequest] as const] : [],
    ),
  );

  test.each(stopped)('%s', (_, client, evidence, lastRequest) => {
    const { stopsAt } = verdictOf(client, evidence);
    const url = new URL(stopsAt?.url ?? 'about:blank');
    expect(`${stopsAt?.method} ${url.pathname}`).toBe(lastRequest);
  });
});
