import { Menu, X } from 'lucide-react';
import { useEffect, useMemo, useRef, type ComponentType, type ReactNode } from 'react';
import { Button } from './parts/button.tsx';
import { DrawGuard } from './parts/draw-guard.tsx';
import { focusAddressField } from './parts/focus-address-field.ts';
import { LiveStatus } from './parts/live-status.tsx';
import { Rail } from './parts/rail.tsx';
import { useWindowKeys, type WindowKeys } from './parts/use-window-keys.ts';
import { SCREENS, type Route } from './screens/index.ts';
import { useActions, useApp } from './store/app-context.tsx';
import type { AppActions } from './store/app-store.ts';
import { FRAME } from './texts.ts';

/** The frame of the window: servers on the left, the screen in the middle. */
export function App(): ReactNode {
  const actions = useActions();
  const route = useApp((state) => state.route);
  const menuOpen = useApp((state) => state.menuOpen);
  useEffect(() => void actions.look(), [actions]);
  // SECURITY: G11: whoever comes back has perhaps started Claude, and Claude writes its files anew.
  useEffect(() => {
    const again = () => void actions.lookAtChanges();
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  }, [actions]);
  useWindowKeys(useMemo(() => windowKeys(route, actions), [route, actions]));
  return (
    <div className="frame">
      <div className="topbar">
        <Button onPress={() => actions.setMenu(!menuOpen)} expanded={menuOpen} controls="rail">
          {menuOpen ? (
            <X className="icon" aria-hidden="true" />
          ) : (
            <Menu className="icon" aria-hidden="true" />
          )}
          {menuOpen ? FRAME.menuClose : FRAME.menuOpen}
        </Button>
        <span className="brand">{FRAME.product}</span>
      </div>
      <div id="rail" className={menuOpen ? 'rail rail-open' : 'rail'}>
        <Rail />
      </div>
      <Middle route={route} />
      <LiveStatus />
    </div>
  );
}

function Middle(props: { readonly route: Route }): ReactNode {
  const { screen, props: shown } = props.route;
  const key = JSON.stringify(props.route);
  const main = useRef<HTMLElement>(null);
  const first = useRef(key);
  useEffect(() => {
    if (first.current === key) return;
    first.current = '';
    main.current?.scrollTo?.(0, 0);
    (main.current?.querySelector<HTMLElement>('h1') ?? main.current)?.focus();
  }, [key]);
  const Screen = SCREENS[screen] as ComponentType<object>;
  return (
    <main className="main" ref={main} tabIndex={-1}>
      <div className="main-inner">
        <DrawGuard key={key}>
          <Screen {...shown} />
        </DrawGuard>
      </div>
    </main>
  );
}

/** What the keys do on a screen; `c` depends on where one is. */
function windowKeys(route: Route, actions: AppActions): WindowKeys {
  const checkAgain: WindowKeys =
    route.screen === 'diagnosis'
      ? { c: () => void actions.check(route.props.target) }
      : route.screen === 'compare'
        ? { c: () => void actions.compare(route.props.id) }
        : route.screen === 'overview'
          ? { c: () => void actions.look() }
          : {};
  return {
    ...checkAgain,
    '/': () => focusAddressField(() => actions.setMenu(true)),
    '?': () => actions.go({ screen: 'keys', props: {} }),
    Escape: actions.goBack,
  };
}
