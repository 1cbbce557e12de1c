import { useId, useState, type ReactNode, type SubmitEvent } from 'react';
import type { Preview } from '../../main/contract/repair.ts';
import { Button } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Section } from '../parts/section.tsx';
import { FIX } from './texts.ts';

type Ask = Preview['asks'][number];
export type Answers = Readonly<Record<string, string>>;

/** What only the user knows, and a button that plans with it. Nothing typed here is a secret. */
export function AsksForm(props: {
  readonly fix: string;
  readonly asks: readonly Ask[];
  readonly given: Answers;
  readonly onAnswer: (answers: Answers) => void;
}): ReactNode {
  const { asks, fix, given, onAnswer } = props;
  const [answers, setAnswers] = useState<Answers>(given);
  const [isIncomplete, setIncomplete] = useState(false);
  const typed = asks.filter(({ kind }) => kind !== 'file');
  const submit = () => {
    const missing = typed.some(({ id }) => (answers[id] ?? '').trim() === '');
    setIncomplete(missing);
    if (!missing) onAnswer(answers);
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    submit();
  };
  const set = (id: string) => (value: string) => setAnswers((old) => ({ ...old, [id]: value }));
  return (
    <Section title={FIX.asks}>
      <form onSubmit={onSubmit} noValidate>
        {asks.map((ask) => (
          <AskField
            key={ask.id}
            ask={ask}
            fix={fix}
            value={answers[ask.id] ?? ''}
            isMissing={isIncomplete && (answers[ask.id] ?? '').trim() === ''}
            onChange={set(ask.id)}
          />
        ))}
        {typed.length === 0 ? null : (
          <p className="buttons">
            <Button onPress={submit}>{FIX.answer}</Button>
          </p>
        )}
      </form>
    </Section>
  );
}

interface FieldProps {
  readonly ask: Ask;
  readonly fix: string;
  readonly value: string;
  readonly isMissing: boolean;
  readonly onChange: (value: string) => void;
}

function AskField(props: FieldProps): ReactNode {
  if (props.ask.kind === 'choice') return <Choice {...props} />;
  return props.ask.kind === 'file' ? <FileAsk {...props} /> : <Text {...props} />;
}

function Choice({ ask, value, isMissing, onChange }: FieldProps): ReactNode {
  const name = useId();
  const hint = useId();
  return (
    <fieldset className="ways" aria-describedby={hint}>
      <legend className="caption">{ask.label}</legend>
      {ask.options.map((option) => (
        <label key={option.id} className="check">
          <input
            type="radio"
            name={name}
            checked={value === option.id}
            onChange={() => onChange(option.id)}
          />
          <span className="check-label">{option.label}</span>
        </label>
      ))}
      <Hint id={hint} ask={ask} isMissing={isMissing} />
    </fieldset>
  );
}

function Text({ ask, value, isMissing, onChange }: FieldProps): ReactNode {
  const id = useId();
  const hint = useId();
  return (
    <div className="field">
      <label className="caption" htmlFor={id}>
        {ask.label}
      </label>
      <input
        id={id}
        type="text"
        inputMode={ask.kind === 'number' ? 'numeric' : 'text'}
        autoComplete="off"
        spellCheck={false}
        maxLength={512}
        aria-describedby={hint}
        aria-invalid={isMissing}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Hint id={hint} ask={ask} isMissing={isMissing} />
    </div>
  );
}

/** SECURITY: B7. A path is named at the command line, never in a window. */
function FileAsk({ ask, fix }: FieldProps): ReactNode {
  const command = FIX.fileCommand(fix, ask.id);
  return (
    <div className="ask-file">
      <p className="caption">{ask.label}</p>
      <p className="prose">{ask.help}</p>
      <p className="hint">{FIX.fileAsk}</p>
      <div className="snippet">
        <pre dir="ltr">{command}</pre>
        <CopyButton text={command} label={FIX.copy} />
      </div>
    </div>
  );
}

function Hint(props: {
  readonly id: string;
  readonly ask: Ask;
  readonly isMissing: boolean;
}): ReactNode {
  return (
    <p id={props.id} className={props.isMissing ? 'hint hint-error' : 'hint'}>
      {props.isMissing ? `${FIX.empty} ${props.ask.help}` : props.ask.help}
    </p>
  );
}
