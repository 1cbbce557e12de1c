import { useState, type ReactNode } from 'react';
import type { AppErrorData } from '../../main/contract/errors.ts';
import type { RepairPlan } from '../../main/contract/repair-calls.ts';
import type { Backup } from '../../main/contract/repair.ts';
import { BackButton } from '../parts/back-button.tsx';
import { Button } from '../parts/button.tsx';
import { ErrorCard } from '../parts/error-card.tsx';
import { StateMark, StateWord } from '../parts/state-mark.tsx';
import { useActions } from '../store/app-context.tsx';
import { escapeDeep } from '../store/escape-invisible.ts';
import { toAppErrorData } from '../store/load.ts';
import { formatTime } from '../view/format-time.ts';
import type { Mark } from '../view/mark.ts';
import { BACKUPS } from './texts.ts';
import { useAsked } from './use-asked.ts';

type File = Backup['files'][number];

const NOTHING = {};
const NOW_MARKS: Record<File['now'], Mark> = {
  same: 'circle',
  differs: 'triangle',
  gone: 'square',
  unreadable: 'ring',
};

/** What was backed up, each against the disk as it is now, and one button that makes another. */
export function BackupsPage(_props: object): ReactNode {
  const { load, busy, again } = useAsked('backup.list', NOTHING);
  return (
    <article aria-busy={busy}>
      <BackButton />
      <h1 className="title" tabIndex={-1}>
        {BACKUPS.title}
      </h1>
      <p className="prose quiet lede">{BACKUPS.lede}</p>
      <BackUp onMade={again} />
      {load.phase === 'loading' ? <p className="hint">{BACKUPS.loading}</p> : null}
      {load.phase === 'failed' ? (
        <ErrorCard error={load.error} onRetry={() => void again()} />
      ) : null}
      {load.phase === 'ready' ? <List backups={load.value.backups} /> : null}
    </article>
  );
}

function BackUp(props: { readonly onMade: () => Promise<void> }): ReactNode {
  const { ask } = useActions();
  const [state, setState] = useState<'idle' | 'busy' | Backup | AppErrorData>('idle');
  const make = async () => {
    setState('busy');
    try {
      setState((await ask('backup.create', {})).backup);
      await props.onMade();
    } catch (error) {
      setState(escapeDeep(toAppErrorData(error)));
    }
  };
  const text =
    typeof state === 'object' && 'files' in state ? BACKUPS.made(state.files.length) : '';
  return (
    <>
      <div className="strip">
        <p className="strip-text quiet" role="status">
          {state === 'busy' ? BACKUPS.busy : text}
        </p>
        <Button kind="main" onPress={() => void make()} isDisabled={state === 'busy'}>
          {BACKUPS.now}
        </Button>
      </div>
      {typeof state === 'object' && 'code' in state ? <ErrorCard error={state} /> : null}
    </>
  );
}

function List(props: { readonly backups: readonly Backup[] }): ReactNode {
  if (props.backups.length === 0)
    return (
      <section className="first">
        <h2 className="headline">{BACKUPS.none}</h2>
        <p className="prose">{BACKUPS.noneText}</p>
      </section>
    );
  return (
    <ul className="list folds backup-list">
      {props.backups.map((backup, index) => (
        <li key={backup.id}>
          <One backup={backup} open={index === 0} />
        </li>
      ))}
    </ul>
  );
}

function One(props: { readonly backup: Backup; readonly open: boolean }): ReactNode {
  const { go } = useActions();
  const { backup } = props;
  const at = formatTime(backup.at);
  const differ = backup.files.filter(({ now }) => now !== 'same').length;
  const open = (chosen: number[] | null, title: string) => {
    const plan: RepairPlan = { kind: 'restore', backup: backup.id, chosen };
    go({ screen: 'fix', props: { plan, title, choices: [], at: Date.now() } });
  };
  return (
    <details className="fold" open={props.open}>
      <summary>
        {backup.damaged.length === 0 ? null : <StateMark mark="square" />}
        <span className="fold-title">
          <time dateTime={backup.at}>{at}</time>
          {backup.damaged.length === 0 ? '' : `, ${BACKUPS.damaged.toLowerCase()}`}
        </span>
        <span className="quiet journal-meta">
          {[
            BACKUPS.whys[backup.why],
            BACKUPS.files(backup.files.length),
            BACKUPS.differ(differ),
          ].join(', ')}
        </span>
      </summary>
      <div className="fold-body">
        <Damaged lines={backup.damaged} />
        <ul className="list lines">
          {backup.files.map((file, index) => (
            <li key={file.file} className="backup-file">
              <FileLine file={file} />
              {file.now === 'same' ? null : (
                <Button
                  kind="quiet"
                  onPress={() => open([index], BACKUPS.restoreFile(file.file))}
                  label={BACKUPS.restoreOf(file.file)}
                >
                  {BACKUPS.restoreOne}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {differ === 0 ? null : (
          <p className="buttons">
            <Button onPress={() => open(null, BACKUPS.restoreTitle(at))}>
              {BACKUPS.restoreAll}
            </Button>
          </p>
        )}
      </div>
    </details>
  );
}

/** A backup that is not what it was is named, and so is what of it can still be used. */
function Damaged(props: { readonly lines: readonly string[] }): ReactNode {
  if (props.lines.length === 0) return null;
  return (
    <section className="card">
      <p className="card-title">
        <StateMark mark="square" />
        {BACKUPS.damaged}
      </p>
      {props.lines.map((line, index) => (
        <p key={index} className="prose">
          {line}
        </p>
      ))}
    </section>
  );
}

function FileLine(props: { readonly file: File }): ReactNode {
  const { file, hash, mode, modifiedAt, now, size } = props.file;
  const facts = [
    BACKUPS.size(size),
    ...(mode === null ? [] : [BACKUPS.mode(mode)]),
    ...(modifiedAt === null ? [] : [formatTime(modifiedAt)]),
  ];
  return (
    <>
      <span className="mono">{file}</span>
      <StateWord mark={NOW_MARKS[now]} word={BACKUPS.nowTexts[now]} />
      <span className="caption backup-facts">
        {facts.join(', ')}, <span className="mono">{hash.slice(0, 12)}</span>
      </span>
    </>
  );
}
