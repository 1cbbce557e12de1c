import { useState, type ReactNode } from 'react';
import type { ChosenTarget } from '../../main/contract/table.ts';
import { CLIENT_IDS, CLIENT_WORDS, type ClientId } from '../../main/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import { useActions, useApp } from '../store/app-context.tsx';
import { keyOfTarget, reportOf } from '../store/diagnoses.ts';
import type { TraceSettings } from '../store/traces.ts';
import { hostOf } from '../view/host-of.ts';
import { registrationHost } from '../view/registration-host.ts';
import { Check, Field } from './fields.tsx';
import { SETUP } from './texts.ts';

const DEFAULTS: TraceSettings = {
  as: 'claude-hosted',
  way: 'isolated',
  keep: false,
  thorough: false,
  clientId: null,
};

/** Entries that start a command sign in through mcp-remote, if at all. */
const SIGNING_IN = CLIENT_IDS.filter((client) => client !== 'claude-desktop-stdio');

/** Hosted Claude is called back at claude.ai, which only an isolated window can catch. */
function isElsewhere({ as, way }: TraceSettings): boolean {
  return way === 'system' && as === 'claude-hosted';
}

/**
 * Before a sign-in is traced: whose it is, where its page opens, and what will happen. Pressing Start
 * below that text is the leave for it (safety D1, E9).
 */
export function TraceSetup(props: {
  readonly target: ChosenTarget;
  readonly url: string | null;
  /** What was chosen the last time, or null. */
  readonly before: TraceSettings | null;
}): ReactNode {
  const { trace } = useActions();
  const { target, url, before } = props;
  const [chosen, setChosen] = useState<TraceSettings>(before ?? DEFAULTS);
  const change = (part: Partial<TraceSettings>) => setChosen({ ...chosen, ...part });
  return (
    <form className="setup" onSubmit={(event) => event.preventDefault()} noValidate>
      <h2 className="headline">{SETUP.title}</h2>
      <p className="prose">{SETUP.lede}</p>
      <Field label={SETUP.as}>
        {(id) => (
          <select
            id={id}
            value={chosen.as}
            onChange={({ target: { value } }) => change({ as: value as ClientId })}
          >
            {SIGNING_IN.map((client) => (
              <option key={client} value={client}>
                {CLIENT_WORDS[client]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Ways chosen={chosen} onChange={change} />
      <More chosen={chosen} onChange={change} />
      <Consent target={target} url={url} chosen={chosen} />
      <p className="buttons">
        <Button
          kind="main"
          onPress={() => void trace(target, chosen)}
          isDisabled={isElsewhere(chosen)}
        >
          {SETUP.start}
        </Button>
      </p>
    </form>
  );
}

interface PartProps {
  readonly chosen: TraceSettings;
  readonly onChange: (part: Partial<TraceSettings>) => void;
}

const WAYS = ['isolated', 'system'] as const;

function Ways(props: PartProps): ReactNode {
  const { chosen, onChange } = props;
  return (
    <fieldset className="ways">
      <legend className="caption">{SETUP.where}</legend>
      {WAYS.map((way) => {
        const [label, hint] = SETUP.ways[way];
        return (
          <Check
            key={way}
            type="radio"
            name="way"
            label={label}
            hint={hint}
            checked={chosen.way === way}
            onChange={() => onChange({ way })}
          />
        );
      })}
      {isElsewhere(chosen) ? (
        <p className="hint hint-error" role="status">
          {SETUP.systemCannot}
        </p>
      ) : null}
    </fieldset>
  );
}

function More(props: PartProps): ReactNode {
  const { chosen, onChange } = props;
  return (
    <details className="fold setup-more" open={chosen.keep || chosen.clientId !== null}>
      <summary>{SETUP.more}</summary>
      <div className="fold-body">
        <Check
          type="checkbox"
          label={SETUP.keep}
          hint={SETUP.keepHint}
          checked={chosen.keep}
          onChange={(keep) => onChange({ keep })}
        />
        <Check
          type="checkbox"
          label={SETUP.thorough}
          hint={SETUP.thoroughHint}
          checked={chosen.thorough}
          onChange={(thorough) => onChange({ thorough })}
        />
        <Field label={SETUP.clientId} hint={SETUP.clientIdHint}>
          {(id, hint) => (
            <input
              id={id}
              type="text"
              autoComplete="off"
              spellCheck={false}
              maxLength={512}
              aria-describedby={hint}
              value={chosen.clientId ?? ''}
              onChange={({ target: { value } }) =>
                onChange({ clientId: value.trim() === '' ? null : value.trim() })
              }
            />
          )}
        </Field>
      </div>
    </details>
  );
}

/** What will happen, with the real hosts as far as they are known. */
function Consent(props: {
  readonly target: ChosenTarget;
  readonly url: string | null;
  readonly chosen: TraceSettings;
}): ReactNode {
  const { chosen, target, url } = props;
  const report = useApp(({ diagnoses }) => reportOf(diagnoses.runs[keyOfTarget(target)]));
  const known = report?.targets[0];
  const host = (known && registrationHost(known)) ?? SETUP.authorization;
  const server = hostOf(url) ?? SETUP.server;
  const lines = [
    chosen.clientId === null ? SETUP.registers(host) : SETUP.registersNot(host),
    SETUP.opens(chosen.way, host),
    SETUP.calls(server),
    chosen.keep ? SETUP.endsKept : SETUP.ends,
  ];
  return (
    <Section title={SETUP.happens}>
      <ol className="prose happens">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </Section>
  );
}
