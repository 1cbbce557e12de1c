import { describe, expect, test } from 'vitest';
import { CLIENTS } from '../clients/index.generated.ts';
import { MODES } from '../modes/index.generated.ts';
import {
  attempt,
  healthyEvidence,
  authorizationServer,
  mcpOrigin,
  missing,
  serverDocument,
} from '../testing/evidence-builders.ts';
import { bearer, contacts, ISSUER } from '../testing/exchange-builders.ts';
import type { TargetEvidence } from '../model/evidence.ts';
import { chooseClients } from './choose-clients.ts';
import { rootCauseOf, toFindings } from './findings.ts';
import { judgeClient } from './judge-client.ts';
import { judgeTargetModes } from './judge-modes.ts';

function findingsOn(evidence: TargetEvidence) {
  const judgements = chooseClients(CLIENTS, [], []).map((one) => judgeClient(one, evidence));
  return toFindings(judgeTargetModes(MODES, evidence).found, judgements);
}
const brief = (evidence: TargetEvidence) =>
  findingsOn(evidence).map(({ code, consequenceOf }) =>
    consequenceOf ? `${code} of ${consequenceOf}` : code,
  );

/** claude-code#11814: the 401 names the server document, and there is no resource metadata. */
const wrongDocument = healthyEvidence({
  first: contacts({ header: bearer() }),
  resourceMetadata: [attempt('header', serverDocument()), missing('path'), missing('root')],
  authorizationServers: [mcpOrigin([missing('oauth'), missing('oidc')], 404)],
});

describe('the root cause', () => {
  test('is the first on the way that blocks and follows from none', () => {
    expect(rootCauseOf(findingsOn(wrongDocument), [])).toBe('F23');
  });

  test('passes over what is only a warning, unless there is nothing worse', () => {
    const url = 'https://mcp.example.com:8383/mcp';
    const warned = { ...wrongDocument, url };
    expect(brief(warned)[0]).toBe('F04');
    expect(rootCauseOf(findingsOn(warned), [])).toBe('F23');
    expect(rootCauseOf(findingsOn(healthyEvidence({ url })), [])).toBe('F04');
  });

  test('is none where nothing was found', () => {
    expect(rootCauseOf(findingsOn(healthyEvidence()), [])).toBeNull();
  });
});

test('what only follows from another finding says from which', () => {
  const codes = brief(wrongDocument);
  expect(codes).toContain('F28 of F23');
  expect(codes).toContain('F30 of F23');
});

test('the same fault alone follows from nothing', () => {
  const none = authorizationServer(ISSUER, [missing('oauth'), missing('oidc')], { guessed: 302 });
  expect(brief(healthyEvidence({ authorizationServers: [mcpOrigin(), none] }))).toEqual([
    'F28',
    'F30 of F28',
  ]);
});

test('findings stand in the order of the way, errors first within a step', () => {
  const steps = findingsOn(wrongDocument).map(({ step }) => step);
  expect(steps[0]).toBe('resource-metadata');
  expect(steps.at(-1)).toBe('authorize');
});

describe('whom a finding concerns', () => {
  const clientsOf = (code: string, evidence: TargetEvidence) =>
    findingsOn(evidence).find((one) => one.code === code)?.clients;

  test('of the judged clients those that a rule stops, of the others as the catalogue says', () => {
    const issuer = 'https://x.example';
    const evidence = healthyEvidence({
      authorizationServers: [mcpOrigin(), authorizationServer(ISSUER, serverDocument({ issuer }))],
    });
    const compare = [
      'claude-desktop-3p',
      'claude-hosted',
      'mcp-remote',
      'python-sdk',
      'ts-sdk',
    ] as const;
    expect(clientsOf('F31', evidence)?.toSorted()).toEqual(compare);
  });

  test('not a client that passes it', () => {
    expect(clientsOf('F04', healthyEvidence({ url: 'https://mcp.example.com:8383/mcp' }))).toEqual([
      'claude-hosted',
    ]);
  });
});
