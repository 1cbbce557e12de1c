/**
 * `npm run hospital -- <patient>`: starts a server that is broken on purpose, prints its URL and how
 * to check it, and runs until Ctrl-C. Without a name it lists the patients.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Patient } from '../main/hospital/patient.ts';
import { PATIENTS } from '../main/hospital/patients/index.generated.ts';
import { startPatient, type RunningPatient } from '../main/hospital/start-patient.ts';

const patients: readonly Patient[] = PATIENTS;
const [name] = process.argv.slice(2);
const patient = patients.find((one) => one.name === name);

if (patient !== undefined) await run(patient);
else if (name === undefined) console.log(listing());
else {
  console.error(`No patient is called ${JSON.stringify(name)}. There are:\n\n${listing()}`);
  process.exitCode = 2;
}

function listing(): string {
  const width = Math.max(...patients.map((one) => one.name.length));
  const rows = patients.map(({ name, title, expects }) => {
    const codes = expects.length > 0 ? ` (${expects.join(', ')})` : '';
    return `  ${name.padEnd(width)}  ${title}${codes}`;
  });
  return `${rows.join('\n')}\n\nnpm run hospital -- NAME`;
}

/** The certificate authority needs a file, since curl and unblank both take it as one. */
async function run(patient: Patient): Promise<void> {
  const running = await startPatient(patient.name);
  const folder = running.ca === null ? null : await mkdtemp(path.join(tmpdir(), 'unblank-ca-'));
  const caFile = folder === null ? null : path.join(folder, 'ca.pem');
  if (caFile !== null) await writeFile(caFile, running.ca ?? '');
  console.log(introduction(patient, running, flags(running, caFile)));
  await interrupted();
  await running.close();
  if (folder !== null) await rm(folder, { recursive: true });
}

function introduction(patient: Patient, { url }: RunningPatient, flags: string): string {
  return [
    `${patient.title}: ${patient.breaks}`,
    `Expected: ${patient.expects.join(', ') || 'no finding'}`,
    '',
    `  ${url}`,
    '',
    'Check it:',
    `  node dist/cli/unblank.js check ${url}${flags}`,
    `  curl -i${flags} -X POST -H 'content-type: application/json' -d '{}' ${url}`,
    '',
    'Ctrl-C ends it.',
  ].join('\n');
}

function flags({ connectTo }: RunningPatient, caFile: string | null): string {
  const routes = connectTo.map((route) => ` --connect-to ${route}`).join('');
  return caFile === null ? routes : `${routes} --cacert ${caFile}`;
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
