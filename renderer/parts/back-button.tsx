import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useActions } from '../store/app-context.tsx';
import { DIAGNOSIS } from '../texts.ts';
import { Button } from './button.tsx';

/** Goes to where one came from; the same as Escape. */
export function BackButton(): ReactNode {
  const { goBack } = useActions();
  return (
    <p className="back">
      <Button kind="quiet" onPress={goBack}>
        <ArrowLeft className="icon" aria-hidden="true" />
        {DIAGNOSIS.back}
      </Button>
    </p>
  );
}
