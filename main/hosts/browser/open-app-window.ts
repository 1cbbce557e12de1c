import { createNodePorts } from '../../platform/node-ports.ts';
import type { AppServices, AppServicesOptions } from '../shared/app-services.ts';
import { createAppServices } from '../shared/create-app-services.ts';
import { createBrowserWay } from '../shared/sign-in/browser-way.ts';
import { createSignInPorts } from '../shared/sign-in/create-sign-in-ports.ts';
import { createSystemWay } from '../shared/sign-in/system-way.ts';
import { openBrowserHost, type BrowserHost, type BrowserHostOptions } from './open-browser-host.ts';

export type AppWindowOptions = Omit<BrowserHostOptions, 'createServices'>;

/**
 * The browser host as it is shipped: with the services of the app. The end-to-end tests open the
 * built form of this, so what they drive is what people get.
 */
export function openAppWindow(options: AppWindowOptions): Promise<BrowserHost> {
  const createServices = (services: AppServicesOptions): Promise<AppServices> =>
    createAppServices({ ...services, ...signInOf(options, services) });
  return openBrowserHost({ ...options, createServices });
}

/** The isolated window is the same browser once more, as visible as the app’s own window. */
function signInOf({ program, headless, sandbox }: AppWindowOptions, services: AppServicesOptions) {
  const { profile, openUrl } = services;
  const ports = createNodePorts(profile);
  const isolated = createBrowserWay({ findBrowser: () => ({ name: program, program }), sandbox });
  return createSignInPorts({
    ports,
    ways: [
      { ...isolated, open: (page) => isolated.open({ ...page, headless }) },
      createSystemWay({ clock: ports.clock, openUrl }),
    ],
    mayUseKeychain: profile.home === null,
  });
}
