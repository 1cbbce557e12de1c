import { homedir } from 'node:os';
import { createNodePorts } from '../../platform/node-ports.ts';
import type { AppServices, AppServicesOptions } from '../shared/app-services.ts';
import { createAppServices } from '../shared/create-app-services.ts';
import { createBrowserWay } from '../shared/sign-in/browser-way.ts';
import { createSignInPorts } from '../shared/sign-in/create-sign-in-ports.ts';
import { createSystemWay } from '../shared/sign-in/system-way.ts';
import type { Page } from 'playwright-core';
import { createConfirmWindows } from './confirm-window.ts';
import { downloadsPlace } from './save-place.ts';
import { openBrowserHost, type BrowserHost, type BrowserHostOptions } from './open-browser-host.ts';

export type AppWindowOptions = Omit<BrowserHostOptions, 'createServices'> & {
  /** Hears of each page in which the host asks the user; only the end-to-end tests listen. */
  readonly onConfirm?: (page: Page) => void;
};

/**
 * The browser host as it is shipped: with the services of the app. The end-to-end tests open the
 * built form of this, so what they drive is what people get.
 */
export function openAppWindow(options: AppWindowOptions): Promise<BrowserHost> {
  const createServices = async (services: AppServicesOptions): Promise<AppServices> => {
    const windows = createConfirmWindows(options, options.onConfirm);
    const { handlers, close } = await createAppServices({
      ...services,
      ...signInOf(options, services),
      confirm: windows.confirm,
      savePlace: downloadsPlace(services.profile.home ?? homedir()),
    });
    return {
      handlers,
      close: async () => {
        await Promise.all([windows.close(), close()]);
      },
    };
  };
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
