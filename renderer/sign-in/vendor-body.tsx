import { useEffect, useState, type ReactNode } from 'react';
import type { AppErrorData } from '../../main/contract/errors.ts';
import type { CallOutput } from '../../main/contract/table.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { ErrorCard } from '../parts/error-card.tsx';
import { Section } from '../parts/section.tsx';
import { useActions } from '../store/app-context.tsx';
import { toAppErrorData } from '../store/load.ts';
import { Field } from './fields.tsx';
import { VENDOR } from './texts.ts';

type Written =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly value: CallOutput<'vendor.report'> }
  | { readonly phase: 'failed'; readonly error: AppErrorData };

/** The text for the vendor: a reference to fill in, the whole text to read, and a button to copy it. */
export function VendorBody(props: { readonly runId: string }): ReactNode {
  const [reference, setReference] = useState('');
  const written = useVendorReport(props.runId, reference);
  return (
    <>
      <p className="prose lede">{VENDOR.lede}</p>
      <Field label={VENDOR.reference} hint={VENDOR.referenceHint}>
        {(id, hint) => (
          <input
            id={id}
            type="text"
            autoComplete="off"
            spellCheck={false}
            maxLength={80}
            placeholder="ofid_"
            aria-describedby={hint}
            value={reference}
            onChange={(event) => setReference(event.target.value)}
          />
        )}
      </Field>
      {written.phase === 'failed' ? <ErrorCard error={written.error} /> : null}
      {written.phase === 'loading' ? <p className="hint">{VENDOR.writing}</p> : null}
      {written.phase === 'ready' ? <Preview {...written.value} /> : null}
    </>
  );
}

function Preview({ text, why }: CallOutput<'vendor.report'>): ReactNode {
  if (text === null)
    return (
      <section className="first">
        <h2 className="headline">{VENDOR.none}</h2>
        <p className="prose">{why}</p>
      </section>
    );
  return (
    <Section title={VENDOR.preview}>
      <pre className="vendor-text" tabIndex={0} dir="ltr">
        {text}
      </pre>
      <p className="buttons">
        <CopyButton text={text} label={VENDOR.copy} />
      </p>
    </Section>
  );
}

/** The text as it is now; the last one stays while a newer one is written. */
function useVendorReport(runId: string, reference: string): Written {
  const { vendorReport } = useActions();
  const [written, setWritten] = useState<Written>({ phase: 'loading' });
  useEffect(() => {
    let isNewest = true;
    const keep = (next: Written) => isNewest && setWritten(next);
    vendorReport(runId, reference).then(
      (value) => keep({ phase: 'ready', value }),
      (error: unknown) => keep({ phase: 'failed', error: toAppErrorData(error) }),
    );
    return () => {
      isNewest = false;
    };
  }, [runId, reference, vendorReport]);
  return written;
}
