import { readFileSync } from 'node:fs';
import type { Patient } from '../../main/hospital/patient.ts';
import { PATIENTS } from '../../main/hospital/patients/index.generated.ts';
import { startPatient } from '../../main/hospital/start-patient.ts';
import { REAL_CLIENTS } from './clients/index.ts';
import { compare, type Comparison } from './compare.ts';
import { predictAll } from './predict.ts';
import { recordFile, type Recorded } from './recorded.ts';

/** What every client was recorded to do, by client. */
const RECORDS = REAL_CLIENTS.map((client) => ({
  client,
  rows: JSON.parse(readFileSync(recordFile(client), 'utf8')) as readonly Recorded[],
}));

/** The patients that some client has met, in order. */
export function recordedPatients(): readonly string[] {
  const met = new Set(RECORDS.flatMap(({ rows }) => rows.map((one) => one.patient)));
  return (PATIENTS as readonly Patient[]).map((one) => one.name).filter((one) => met.has(one));
}

/** Starts one patient, predicts afresh, and lays every record of it beside the prediction. */
export async function compareOn(patient: string): Promise<readonly Comparison[]> {
  const running = await startPatient(patient);
  try {
    const predictions = await predictAll(running);
    return RECORDS.flatMap(({ client, rows }) =>
      rows.filter((one) => one.patient === patient).map((one) => compare(client, one, predictions)),
    );
  } finally {
    await running.close();
  }
}
