import { useId, useState, type ReactNode, type SubmitEvent } from 'react';
import { useActions } from '../store/app-context.tsx';
import { ADDRESS } from '../texts.ts';
import { Button } from './button.tsx';
import { ADDRESS_FIELD_ID } from './focus-address-field.ts';

/**
 * Asks for a URL and starts its check. What is no address is answered by the check itself.
 */
export function AddressForm(): ReactNode {
  const { check } = useActions();
  const [text, setText] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const hint = useId();
  const submit = () => {
    const address = text.trim();
    setEmpty(address === '');
    if (address !== '') void check({ kind: 'address', address });
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <form className="address" onSubmit={onSubmit} noValidate>
      <label className="caption" htmlFor={ADDRESS_FIELD_ID}>
        {ADDRESS.label}
      </label>
      <input
        id={ADDRESS_FIELD_ID}
        type="url"
        autoComplete="off"
        spellCheck={false}
        maxLength={2048}
        placeholder={ADDRESS.placeholder}
        aria-describedby={hint}
        aria-invalid={isEmpty}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={hint} className={isEmpty ? 'hint hint-error' : 'hint'}>
        {isEmpty ? ADDRESS.empty : ADDRESS.hint}
      </p>
      <Button onPress={submit}>{ADDRESS.submit}</Button>
    </form>
  );
}
