import type { ReactNode } from 'react';
import type { Finding } from '../../main/contract/report.ts';
import type { RepairPlan } from '../../main/contract/repair-calls.ts';
import { REPAIRING } from '../repair-texts.ts';
import { useActions, useApp } from '../store/app-context.tsx';
import { Button } from './button.tsx';

type Place = Extract<RepairPlan, { kind: 'fix' }>['target'];
type Fixes = Finding['fixes'];

/** The server whose report is shown; null for this machine, undefined for the demo, whose home is gone. */
function usePlace(): Place | undefined {
  const target = useApp(({ route }) => (route.screen === 'diagnosis' ? route.props.target : null));
  return target?.kind === 'demo' ? undefined : target;
}

/** Opens the first fix; the others are chosen there. @returns null where there is none */
export function useFix(fixes: Fixes): { readonly label: string; readonly open: () => void } | null {
  const { go } = useActions();
  const target = usePlace();
  const [first] = fixes;
  if (first === undefined || target === undefined) return null;
  const plan = { kind: 'fix', target, fix: first.id, answers: {} } as const;
  return {
    label: first.automation === 'instructions' ? REPAIRING.how : REPAIRING.fix,
    open: () =>
      go({ screen: 'fix', props: { plan, title: first.title, choices: fixes, at: Date.now() } }),
  };
}

/** Leads from a finding to its fixes; changes nothing by itself (safety G1). */
export function FixButton(props: { readonly finding: Finding }): ReactNode {
  const { fixes, title } = props.finding;
  const fix = useFix(fixes);
  if (fix === null) return null;
  return (
    <p className="buttons">
      <Button onPress={fix.open} label={`${fix.label}: ${title}`}>
        {fix.label}
      </Button>
    </p>
  );
}
