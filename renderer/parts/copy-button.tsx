import { Copy } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { COPY } from '../texts.ts';
import { Button } from './button.tsx';

type Result = 'none' | 'done' | 'denied';
const RESULTS: Record<Result, string> = { none: '', done: COPY.done, denied: COPY.denied };

/**
 * Copies a text that stands on the screen, or one that is written when it is asked for, and says
 * whether that worked. Where the clipboard is denied, the text can still be selected.
 */
export function CopyButton(props: {
  readonly text: string | (() => Promise<string>);
  readonly label: string;
}): ReactNode {
  const [result, setResult] = useState<Result>('none');
  const copy = async () => setResult((await writeClipboard(props.text)) ? 'done' : 'denied');
  return (
    <span className="copy">
      <Button onPress={() => void copy()}>
        <Copy className="icon" aria-hidden="true" />
        {props.label}
      </Button>
      <span className="copy-result" role="status">
        {RESULTS[result]}
      </span>
    </span>
  );
}

async function writeClipboard(text: string | (() => Promise<string>)): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(typeof text === 'string' ? text : await text());
    return true;
  } catch {
    return false;
  }
}
