import { expect, test } from 'vitest';
import { client as healthyClient } from '../clients/claude-code.ts';
import type { Client } from '../model/client.ts';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { judgeClients } from './judge-clients.ts';

const broken: Client = {
  ...healthyClient,
  id: 'cursor',
  rules: [
    {
      step: 'reach',
      basis: 'inferred',
      source: 'a test',
      check: () => {
        throw new TypeError('a rule fell over');
      },
    },
  ],
};

test('L2: a client whose rules throw is named, and the others are judged all the same', () => {
  const { judgements, notExamined } = judgeClients([broken, healthyClient], healthyEvidence());
  expect(judgements.map(({ verdict }) => verdict.client)).toEqual(['claude-code']);
  expect(notExamined).toEqual([
    {
      what: 'The verdict of cursor',
      why: 'Could not judge: TypeError: a rule fell over.',
    },
  ]);
});

test('a client that the server does not concern is passed over in silence', () => {
  const unconcerned = { ...healthyClient, concerns: () => false };
  const nothing = { judgements: [], notExamined: [] };
  expect(judgeClients([unconcerned], healthyEvidence())).toEqual(nothing);
});
