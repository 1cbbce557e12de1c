import { Columns2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { useActions } from '../store/app-context.tsx';
import { COMPARING } from './button-texts.ts';

/** Leads to the comparison of the places of a server; contacts nobody. @param props.id its id */
export function CompareButton(props: { readonly id: string }): ReactNode {
  const { go } = useActions();
  return (
    <Button kind="quiet" onPress={() => go({ screen: 'compare', props: { id: props.id } })}>
      <Columns2 className="icon" aria-hidden="true" />
      {COMPARING.start}
    </Button>
  );
}
