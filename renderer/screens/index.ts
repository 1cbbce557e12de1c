import { SCREENS } from './index.generated.ts';

/** Every screen of the window. To add one, add its file `…-screen.tsx` to this folder. */
export { SCREENS };

type Screens = typeof SCREENS;

/** A place in the window: the name of a screen and what it shows. Plain data. */
export type Route = {
  readonly [N in keyof Screens]: { readonly screen: N; readonly props: Parameters<Screens[N]>[0] };
}[keyof Screens];
