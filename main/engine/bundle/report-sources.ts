import type { Report } from '../../contract/report.ts';
import { redactStrings } from '../redact/report.ts';
import type { Redactor } from '../redact/redactor.ts';
import { textSource, type BundleSource } from './bundle-source.ts';
import { reportText } from './report-text.ts';

/** What was diagnosed: whole, to be read, and the traced sign-in by itself. */
export function reportSources(report: Report, redactor: Redactor): readonly BundleSource[] {
  // Text by text first: so it stays JSON whatever is hidden.
  const clean = <T>(value: T): T => redactStrings(value, (text) => redactor.text(text));
  const traced = report.targets.flatMap(({ url, signIn, trace }) =>
    signIn === null ? [] : [{ url, signIn, trace }],
  );
  const whole = () => json(clean(report));
  const toRead = () => `${reportText(clean(report))}\n`;
  return [
    textSource('report.json', 'The report, as `unblank check --json` prints it', whole),
    textSource('report.md', 'The report, to be read', toRead),
    ...(traced.length === 0
      ? []
      : [
          textSource('trace.json', 'The traced sign-in, request by request', () =>
            json(clean(traced)),
          ),
        ]),
  ];
}

/** Two blanks deep. Hashes of commands are left out: who guesses a command could prove it. */
export function json(value: unknown): string {
  const without = (key: string, one: unknown) => (key === 'commandHash' ? undefined : one);
  return `${JSON.stringify(value, without, 2)}\n`;
}
