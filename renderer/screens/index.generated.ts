/** The screens of the window, by name. Written by `npm run generate`: do not edit. */
import { CompareScreen } from './compare-screen.tsx';
import { DiagnosisScreen } from './diagnosis-screen.tsx';
import { HelpScreen } from './help-screen.tsx';
import { KeysScreen } from './keys-screen.tsx';
import { OverviewScreen } from './overview-screen.tsx';
import { TokensScreen } from './tokens-screen.tsx';
import { TraceScreen } from './trace-screen.tsx';
import { VendorScreen } from './vendor-screen.tsx';
import { WatchScreen } from './watch-screen.tsx';

export const SCREENS = {
  compare: CompareScreen,
  diagnosis: DiagnosisScreen,
  help: HelpScreen,
  keys: KeysScreen,
  overview: OverviewScreen,
  tokens: TokensScreen,
  trace: TraceScreen,
  vendor: VendorScreen,
  watch: WatchScreen,
} as const;
