import type { Patient } from './patient.ts';
import { PATIENTS } from './patients/index.generated.ts';

/**
 * A patient by its name, or by its number in the list.
 * @param wanted such as `healthy` or `26`
 * @throws RangeError with the names that there are
 */
export function findPatient(wanted: string): Patient {
  const found = PATIENTS.find(
    ({ name, number }) => name === wanted || (number !== null && String(number) === wanted),
  );
  if (found !== undefined) return found;
  const names = PATIENTS.map((patient) => patient.name).join(', ');
  throw new RangeError(`No patient is called ${JSON.stringify(wanted)}. There are: ${names}`);
}
