/**
 * `npm run hospital -- <patient>`: starts a server that is broken on purpose, by name or number,
 * prints its URL and how to check it, and runs until Ctrl-C. With `--http` it is plain http on a
 * loopback address, which every browser takes. Without a name it lists the patients.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findPatient } from '../main/hospital/find-patient.ts';
import { introduction, listing } from '../main/hospital/introduction.ts';
import type { Patient } from '../main/hospital/patient.ts';
import { PATIENTS } from '../main/hospital/patients/index.generated.ts';
import { startPatient } from '../main/hospital/start-patient.ts';

const [wanted, ...flags] = process.argv.slice(2);

if (wanted === undefined) console.log(listing(PATIENTS));
else {
  try {
    await run(findPatient(wanted));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRNOTAVAIL' && !(error instanceof RangeError)) throw error;
    console.error(
      error instanceof RangeError
        ? `No patient is called ${JSON.stringify(wanted)}. There are:\n\n${listing(PATIENTS)}`
        : 'This patient needs an IPv6 loopback address (::1), which this machine does not have.',
    );
    process.exitCode = 2;
  }
}

/** The certificate authority needs a file, since curl and unblank both take it as one. */
async function run(patient: Patient): Promise<void> {
  const running = await startPatient(patient.name, { plain: flags.includes('--http') });
  const folder = running.ca === null ? null : await mkdtemp(path.join(tmpdir(), 'unblank-ca-'));
  const caFile = folder === null ? null : path.join(folder, 'ca.pem');
  if (caFile !== null) await writeFile(caFile, running.ca ?? '');
  console.log(introduction(patient, running, caFile));
  await interrupted();
  await running.close();
  if (folder !== null) await rm(folder, { recursive: true });
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
