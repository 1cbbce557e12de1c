import { expect, test } from 'vitest';
import type { ReportExchange, TargetReport } from '../../main/contract/report.ts';
import { SAMPLE_REPORT } from '../testing/sample-report.ts';
import { registrationHost } from './registration-host.ts';

const target = SAMPLE_REPORT.targets[0] as TargetReport;
const answered = (step: ReportExchange['step'], body: string): TargetReport => {
  const [first] = target.trace as [ReportExchange];
  const response = { status: 200, headers: [], body, truncated: false };
  return { ...target, trace: [{ ...first, step, response }] };
};
const DOCUMENT = '{"issuer":"x","registration_endpoint":"https://auth.example/register"}';

test('the host is that of the endpoint in the server metadata', () => {
  expect(registrationHost(answered('server-metadata', DOCUMENT))).toBe('auth.example');
});

test('elsewhere, and where none is named, there is nothing to ask for', () => {
  expect(registrationHost(answered('challenge', DOCUMENT))).toBeNull();
  expect(registrationHost(answered('server-metadata', '{"issuer":"x"}'))).toBeNull();
  expect(registrationHost({ ...target, trace: [] })).toBeNull();
});
