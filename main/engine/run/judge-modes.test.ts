import { describe, expect, test } from 'vitest';
import { defineMachineMode, defineTargetMode, type Judgement } from '../model/mode.ts';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { sampleMachine } from '../testing/sample-machine.ts';
import { judgeMachineModes, judgeTargetModes } from './judge-modes.ts';

const TEXT = {
  title: 'A title',
  explanation: 'It is so.',
  whatToDo: 'Do it.',
  step: 'reach',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: [],
  requirements: [],
  references: [],
} as const;
const target = (code: `F${number}`, judge: (evidence: { url: string }) => Judgement) =>
  defineTargetMode({ ...TEXT, code, needs: ['url'], judge });
const found = target('F901', () => [{ evidence: [] }]);
const blind = target('F902', () => ({ notSeen: 'It is dark.' }));
const broken = target('F903', () => {
  throw new TypeError('oops');
});

test('L2: a mode that throws is named as not judged, and the others go on', () => {
  const { found: all, notExamined } = judgeTargetModes([broken, found], healthyEvidence());
  expect(all.map(({ mode }) => mode.code)).toEqual(['F901']);
  expect(notExamined).toEqual([{ what: 'F903 A title', why: 'Could not judge: TypeError: oops.' }]);
});

test('what a mode cannot see is said, and is no finding', () => {
  expect(judgeTargetModes([blind], healthyEvidence())).toEqual({
    found: [],
    notExamined: [{ what: 'F902 A title', why: 'It is dark.' }],
  });
});

describe('what a mode needs', () => {
  test('and nothing else is handed to it', () => {
    let seen: object = {};
    const looking = target('F904', (evidence) => {
      seen = evidence;
      return [];
    });
    judgeTargetModes([looking], healthyEvidence());
    expect(Object.keys(seen)).toEqual(['url']);
  });

  test('and what it uses besides, null where that was not gathered', () => {
    const seen: unknown[] = [];
    const looking = defineTargetMode({
      ...TEXT,
      code: 'F907',
      needs: ['url'],
      uses: ['registration'],
      judge: ({ registration, ...rest }) => {
        seen.push(registration, Object.keys(rest));
        return [];
      },
    });
    judgeTargetModes([looking], healthyEvidence({ registration: null }));
    expect(seen).toEqual([null, ['url']]);
  });

  test('and was not gathered passes it over in silence', () => {
    const needs = ['url', 'first'] as const;
    const mode = defineTargetMode({
      ...TEXT,
      code: 'F905',
      needs,
      judge: () => [{ evidence: [] }],
    });
    expect(judgeTargetModes([mode], healthyEvidence({ first: null }))).toEqual({
      found: [],
      notExamined: [],
    });
  });
});

test('modes over the machine and over a server do not meet', () => {
  const machine = defineMachineMode({ ...TEXT, code: 'F906', judge: () => [{ evidence: [] }] });
  const codes = (judged: ReturnType<typeof judgeTargetModes>) =>
    judged.found.map(({ mode }) => mode.code);
  expect(codes(judgeTargetModes([machine, found], healthyEvidence()))).toEqual(['F901']);
  expect(codes(judgeMachineModes([machine, found], sampleMachine()))).toEqual(['F906']);
});
