import type { Evidence } from '../../../contract/report.ts';
import type { SettingFact, SettingsFile } from '../../model/settings-evidence.ts';

/** Points at a setting; its line is already masked. */
export function settingEvidence(
  { file }: Pick<SettingsFile, 'file'>,
  { line, column, pointer, excerpt }: SettingFact,
): Evidence {
  return { kind: 'file', file, line, column, pointer, excerpt };
}
