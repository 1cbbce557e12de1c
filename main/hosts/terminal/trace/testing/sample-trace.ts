import type { Report, SequenceMessage, SignInReport } from '../../../../contract/report.ts';
import { diagnose } from '../../../../engine/run/diagnose.ts';
import { RULES } from '../../../../engine/run/rules.ts';
import { answerText } from '../../../../engine/testing/fake-answers.ts';
import { createFakePorts } from '../../../../engine/testing/fake-ports.ts';

export function sampleMessage(changes: Partial<SequenceMessage> = {}): SequenceMessage {
  const common = { id: 'm1', round: 1, atMs: 0, kind: 'request', from: 'client' } as const;
  const rest = {
    to: 'server',
    text: 'POST /mcp',
    state: 'ok',
    says: null,
    exchange: null,
  } as const;
  return { ...common, ...rest, ...changes };
}

/** A sign-in that ends on a blank page. */
export const BLANK_SIGN_IN: SignInReport = {
  as: 'claude-hosted',
  way: 'isolated',
  outcome: 'blank',
  headline: 'https://auth.acme.example/authorize answers 204, so the window stays on about:blank.',
  next: 'Let it answer with a page or a redirect.',
  rounds: 1,
  messages: [
    sampleMessage(),
    sampleMessage({ id: 'm2', kind: 'answer', from: 'server', to: 'client', text: '401' }),
    sampleMessage({ id: 'm3', from: 'you', to: 'authorization', text: 'GET /authorize' }),
    sampleMessage({
      id: 'm4',
      kind: 'blank',
      from: 'authorization',
      to: 'you',
      text: 'nothing was ever shown',
      state: 'wrong',
      says: 'The answer is 204, which has no page.',
    }),
  ],
  token: null,
  tokensAfter: [],
};

/** A report of a trace: that of a check of a server that answers 403, with a sign-in in it. */
export async function sampleReport(signIn: SignInReport | null = BLANK_SIGN_IN): Promise<Report> {
  const url = 'https://mcp.acme.example/mcp';
  const report = await diagnose(
    {
      choice: { kind: 'urls', urls: [url] },
      clients: ['claude-hosted'],
      offline: false,
      connectTo: [],
      ca: null,
      register: false,
    },
    {
      ports: createFakePorts({ routes: { [`POST ${url}`]: answerText('no', 403) } }),
      ...RULES,
      tool: { name: 'unblank', version: '0.0.0' },
      signal: new AbortController().signal,
      onProgress: () => undefined,
    },
  );
  return { ...report, targets: report.targets.map((one) => ({ ...one, signIn })) };
}
