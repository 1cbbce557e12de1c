import { useId, type ReactNode } from 'react';

/** A field with its label above it and a hint below it. */
export function Field(props: {
  readonly label: string;
  readonly hint?: string;
  readonly children: (id: string, hint: string | undefined) => ReactNode;
}): ReactNode {
  const id = useId();
  const hint = useId();
  return (
    <div className="field">
      <label className="caption" htmlFor={id}>
        {props.label}
      </label>
      {props.children(id, props.hint === undefined ? undefined : hint)}
      {props.hint === undefined ? null : (
        <p id={hint} className="hint">
          {props.hint}
        </p>
      )}
    </div>
  );
}

/** A choice with its hint: the whole of it can be clicked. */
export function Check(props: {
  readonly type: 'radio' | 'checkbox';
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly name?: string;
}): ReactNode {
  const hint = useId();
  const { type, label, checked, onChange, name } = props;
  return (
    <label className="check">
      <input
        type={type}
        name={name}
        checked={checked}
        aria-label={label}
        aria-describedby={hint}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="check-label">{label}</span>
      <span id={hint} className="hint check-hint">
        {props.hint}
      </span>
    </label>
  );
}
