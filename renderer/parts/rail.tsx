import type { ReactNode } from 'react';
import type { ChosenTarget, OverviewServer } from '../../main/contract/table.ts';
import { useActions, useApp } from '../store/app-context.tsx';
import { keyOfTarget } from '../store/diagnoses.ts';
import { REPAIRING } from '../repair-texts.ts';
import { FRAME, SIGN_IN } from '../texts.ts';
import { markOfRun, markOfServer } from '../view/mark.ts';
import { AddressForm } from './address-form.tsx';
import { Button } from './button.tsx';
import { StateWord } from './state-mark.tsx';
import { useRoving } from './use-roving.ts';

/** The left of the window: what was found here, a URL to check, the demo. */
export function Rail(): ReactNode {
  const { go, check } = useActions();
  const about = useApp((state) => state.about);
  const hasDemo = useApp((state) => state.diagnoses.runs['demo'] !== undefined);
  return (
    <nav className="rail-inner" aria-label={FRAME.servers}>
      <p className="brand">{FRAME.product}</p>
      <Servers />
      <Visited />
      <AddressForm />
      <div className="rail-demo">
        {hasDemo ? <TargetItem target={{ kind: 'demo' }} name={FRAME.demoName} /> : null}
        <Button onPress={() => void check({ kind: 'demo' })}>{FRAME.demo}</Button>
      </div>
      <p className="rail-kept">
        <Button kind="quiet" onPress={() => go({ screen: 'journal', props: {} })}>
          {REPAIRING.journal}
        </Button>
        <Button kind="quiet" onPress={() => go({ screen: 'tokens', props: {} })}>
          {SIGN_IN.tokens}
        </Button>
      </p>
      <p className="rail-foot">
        {about === null ? '' : FRAME.about(about.version, about.host)}
        <Button kind="quiet" onPress={() => go({ screen: 'keys', props: {} })}>
          {FRAME.keys} <kbd>?</kbd>
        </Button>
      </p>
    </nav>
  );
}

function Servers(): ReactNode {
  const overview = useApp((state) => state.overview);
  const servers = overview.phase === 'ready' ? overview.value.servers : [];
  const { onKeyDown, stop } = useRoving('vertical', servers.length + 1);
  return (
    <div className="rail-group">
      <ul className="list" onKeyDown={onKeyDown}>
        <li>
          <MachineItem stop={stop(0)} />
        </li>
        <li className="caption rail-caption">{FRAME.servers}</li>
        {servers.map((server, index) => (
          <li key={server.id}>
            <ServerItem server={server} stop={stop(index + 1)} />
          </li>
        ))}
      </ul>
      {servers.length === 0 ? (
        <p className="hint rail-none">
          {overview.phase === 'loading' ? FRAME.serversLoading : FRAME.serversNone}
        </p>
      ) : null}
    </div>
  );
}

type StopProps = Partial<ReturnType<ReturnType<typeof useRoving>['stop']>>;

function MachineItem(props: { readonly stop: StopProps }): ReactNode {
  const { go } = useActions();
  const isHere = useApp((state) => state.route.screen === 'overview');
  return (
    <button
      type="button"
      className="item"
      aria-current={isHere ? 'page' : undefined}
      onClick={() => go({ screen: 'overview', props: {} })}
      {...props.stop}
    >
      <span className="item-name">{FRAME.machine}</span>
    </button>
  );
}

function ServerItem(props: {
  readonly server: OverviewServer;
  readonly stop: StopProps;
}): ReactNode {
  const { server, stop } = props;
  const { id, name } = server;
  return <TargetItem target={{ kind: 'server', id }} name={name} stop={stop} server={server} />;
}

function Visited(): ReactNode {
  const addresses = useApp((state) => state.addresses);
  const { onKeyDown, stop } = useRoving('vertical', addresses.length);
  if (addresses.length === 0) return null;
  return (
    <div className="rail-group">
      <p className="caption rail-caption">{FRAME.visited}</p>
      <ul className="list" onKeyDown={onKeyDown}>
        {addresses.map((address, index) => (
          <li key={address}>
            <TargetItem
              target={{ kind: 'address', address }}
              name={address.replace(/^https?:\/\//, '')}
              stop={stop(index)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function TargetItem(props: {
  readonly target: ChosenTarget;
  readonly name: string;
  readonly stop?: StopProps;
  /** Where it is configured here, what its files and logs say counts before a check. */
  readonly server?: OverviewServer;
}): ReactNode {
  const { go } = useActions();
  const key = keyOfTarget(props.target);
  const run = useApp((state) => state.diagnoses.runs[key]);
  const isHere = useApp(
    ({ route }) => route.screen === 'diagnosis' && keyOfTarget(route.props.target) === key,
  );
  return (
    <button
      type="button"
      className="item"
      aria-current={isHere ? 'page' : undefined}
      onClick={() => go({ screen: 'diagnosis', props: { target: props.target } })}
      {...props.stop}
    >
      <span className="item-name">{props.name}</span>
      <StateWord {...(props.server ? markOfServer(run, props.server) : markOfRun(run))} />
    </button>
  );
}
