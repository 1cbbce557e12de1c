import type { Locator, Page } from 'playwright/test';

/** The first screen, and the rail beside every screen. */
export class OverviewPage {
  readonly heading: Locator;
  readonly address: Locator;
  readonly rail: Locator;
  readonly alerts: Locator;
  readonly servers: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.heading = page.getByRole('heading', { name: 'This machine', level: 1 });
    this.address = page.getByRole('textbox', { name: 'Check a URL' });
    this.rail = page.getByRole('navigation', { name: 'Servers found here' });
    this.servers = page.getByRole('main').getByRole('region', { name: 'Servers' });
    this.alerts = page.getByRole('alert');
  }

  /** A server's line in the list of the screen, not of the rail. */
  server(name: string): Locator {
    return this.servers.getByRole('listitem').filter({ hasText: new RegExp(`^${name}`) });
  }

  section(title: string): Locator {
    return this.#page.getByRole('main').getByRole('region', { name: title });
  }

  finding(title: string): Locator {
    return this.#page.getByRole('article').filter({ hasText: title });
  }

  async openDemo(): Promise<void> {
    await this.rail.getByRole('button', { name: 'Try it on a broken server' }).click();
  }

  async check(address: string): Promise<void> {
    await this.address.fill(address);
    await this.address.press('Enter');
  }
}
