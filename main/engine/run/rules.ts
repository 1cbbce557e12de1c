import { CLIENTS } from '../clients/index.generated.ts';
import type { Rules } from '../model/rules.ts';
import { MODES } from '../modes/index.generated.ts';
import { FIXES } from '../repair/fixes/index.generated.ts';
import { REQUIREMENTS } from '../requirements/index.generated.ts';

/** All that Unblank knows. A host loads it on demand: it is most of the engine's text. */
export const RULES: Rules = {
  modes: MODES,
  clients: CLIENTS,
  requirements: REQUIREMENTS,
  fixes: FIXES,
};
