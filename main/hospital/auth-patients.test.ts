import { describe, expect, test } from 'vitest';
import type { Patient } from './patient.ts';
import { PATIENTS } from './patients/index.generated.ts';
import { startPatient } from './start-patient.ts';
import { isAuthPatient, type AuthRow } from './testing/auth-row.ts';
import { AUTHORIZE_ROWS } from './testing/authorize-rows.ts';
import { CLIENT_DOCUMENT_ROWS } from './testing/client-document-rows.ts';
import { REGISTRATION_ROWS } from './testing/registration-rows.ts';
import { SIGN_IN_PAGE_ROWS } from './testing/sign-in-page-rows.ts';
import { TOKEN_ROWS } from './testing/token-rows.ts';

const ROWS = [
  ...REGISTRATION_ROWS,
  ...CLIENT_DOCUMENT_ROWS,
  ...AUTHORIZE_ROWS,
  ...SIGN_IN_PAGE_ROWS,
  ...TOKEN_ROWS,
];
const OURS = (PATIENTS as readonly Patient[]).filter(isAuthPatient);

async function seen(name: string, { look }: AuthRow) {
  const patient = await startPatient(name);
  try {
    return await look(patient);
  } finally {
    await patient.close();
  }
}

describe('the break of each patient is seen on the wire', () => {
  test.each(ROWS)('$patient: $sick in place of $well', async (row) => {
    expect(await seen(row.patient, row)).toEqual(row.sick);
    expect(await seen(row.beside ?? 'healthy', row)).toEqual(row.well);
  });

  test('every patient has a row that tells it from one without its fault', () => {
    const told = ROWS.filter(({ sick, well }) => JSON.stringify(sick) !== JSON.stringify(well));
    const names = OURS.map((one) => one.name).sort();
    expect([...new Set(told.map((one) => one.patient))].sort()).toEqual(names);
  });
});

describe('the list of patients', () => {
  test('each number from 70 to 130 has one patient', () => {
    const numbers = OURS.flatMap(({ number }) => number ?? []).sort((one, two) => one - two);
    expect(numbers).toEqual(Array.from({ length: 61 }, (_, at) => 70 + at));
  });
});
