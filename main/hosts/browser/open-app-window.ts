import { createAppServices } from '../shared/create-app-services.ts';
import { openBrowserHost, type BrowserHost, type BrowserHostOptions } from './open-browser-host.ts';

/**
 * The browser host as it is shipped: with the services of the app. The end-to-end tests open the
 * built form of this, so what they drive is what people get.
 */
export function openAppWindow(
  options: Omit<BrowserHostOptions, 'createServices'>,
): Promise<BrowserHost> {
  return openBrowserHost({ ...options, createServices: createAppServices });
}
