/** The screens of the window, by name. Written by `npm run generate`: do not edit. */
import { BackupsScreen } from './backups-screen.tsx';
import { BundleScreen } from './bundle-screen.tsx';
import { CompareScreen } from './compare-screen.tsx';
import { DiagnosisScreen } from './diagnosis-screen.tsx';
import { FixScreen } from './fix-screen.tsx';
import { HelpScreen } from './help-screen.tsx';
import { JournalScreen } from './journal-screen.tsx';
import { KeysScreen } from './keys-screen.tsx';
import { MatrixScreen } from './matrix-screen.tsx';
import { OverviewScreen } from './overview-screen.tsx';
import { TokensScreen } from './tokens-screen.tsx';
import { TraceScreen } from './trace-screen.tsx';
import { VendorScreen } from './vendor-screen.tsx';
import { WatchScreen } from './watch-screen.tsx';

export const SCREENS = {
  backups: BackupsScreen,
  bundle: BundleScreen,
  compare: CompareScreen,
  diagnosis: DiagnosisScreen,
  fix: FixScreen,
  help: HelpScreen,
  journal: JournalScreen,
  keys: KeysScreen,
  matrix: MatrixScreen,
  overview: OverviewScreen,
  tokens: TokensScreen,
  trace: TraceScreen,
  vendor: VendorScreen,
  watch: WatchScreen,
} as const;
