/** The screens of the window, by name. Written by `npm run generate`: do not edit. */
import { DiagnosisScreen } from './diagnosis-screen.tsx';
import { HelpScreen } from './help-screen.tsx';
import { KeysScreen } from './keys-screen.tsx';
import { OverviewScreen } from './overview-screen.tsx';

export const SCREENS = {
  diagnosis: DiagnosisScreen,
  help: HelpScreen,
  keys: KeysScreen,
  overview: OverviewScreen,
} as const;
