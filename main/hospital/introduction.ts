import type { Patient } from './patient.ts';
import type { RunningPatient } from './start-patient.ts';

const SEEN_BY: Readonly<Record<Patient['seenBy'], string>> = {
  probe: 'A plain check shows it.',
  registration: 'A check with --register shows it; a plain one does not.',
  'sign-in': 'Only a sign-in shows it: a check without one finds nothing.',
};

/**
 * What `npm run hospital` says of a patient that runs.
 * @param caFile where the authority to trust was written, or null without TLS
 */
export function introduction(
  patient: Patient,
  { url, connectTo }: Pick<RunningPatient, 'url' | 'connectTo'>,
  caFile: string | null,
): string {
  const { name, title, breaks, number, requirement, expects, seenBy } = patient;
  const isWell = expects.length === 0;
  const routes = connectTo.map((route) => ` --connect-to ${route}`).join('');
  const flags = caFile === null ? routes : `${routes} --cacert ${caFile}`;
  const trace = seenBy === 'sign-in' ? [`  node dist/cli/unblank.js trace ${url}${flags}`] : [];
  const register = seenBy === 'registration' ? ' --register' : '';
  return [
    `${number === null ? '' : `${number} `}${name}. ${title}`,
    breaks,
    `Requirement broken: ${requirement ?? 'none of the list'}`,
    `Expected: ${isWell ? 'no finding' : `${expects.join(', ')}. ${SEEN_BY[seenBy]}`}`,
    '',
    `  ${url}`,
    '',
    'Check it:',
    `  node dist/cli/unblank.js check ${url}${register}${flags}`,
    ...trace,
    `  curl -i${flags} -X POST -H 'content-type: application/json' -d '{}' ${url}`,
    '',
    'Ctrl-C ends it.',
  ].join('\n');
}

/** All patients, those of the list first and by number. */
export function listing(patients: readonly Patient[]): string {
  const width = Math.max(...patients.map((one) => one.name.length));
  const place = ({ number }: Patient) => number ?? Infinity;
  const inOrder = patients.toSorted((one, two) =>
    place(one) === place(two) ? 0 : place(one) - place(two),
  );
  const rows = inOrder.map(({ name, number, title, expects }) => {
    const codes = expects.length > 0 ? ` (${expects.join(', ')})` : '';
    return `${String(number ?? '').padStart(5)}  ${name.padEnd(width)}  ${title}${codes}`;
  });
  return `${rows.join('\n')}\n\nnpm run hospital -- NAME or NUMBER`;
}
