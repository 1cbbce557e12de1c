import type { Locator, Page } from 'playwright/test';

/** One change: its preview, what came of it, and the screens of changes, backups and bundles. */
export class RepairPage {
  readonly main: Locator;
  readonly headline: Locator;
  readonly diffs: Locator;
  readonly apply: Locator;
  readonly undo: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.main = page.getByRole('main');
    this.headline = this.main.getByRole('heading', { level: 2 }).first();
    this.diffs = this.main.getByRole('region', { name: 'What will change' });
    this.apply = this.main.getByRole('button', { name: 'Apply', exact: true });
    this.undo = this.main.getByRole('button', { name: 'Undo', exact: true });
  }

  title(name: string | RegExp): Locator {
    return this.main.getByRole('heading', { level: 1, name });
  }

  button(name: string | RegExp): Locator {
    return this.main.getByRole('button', { name });
  }

  section(name: string): Locator {
    return this.main.getByRole('region', { name });
  }

  /** From the first screen to the first fix of a server. */
  async openFixOf(server: string): Promise<void> {
    const rail = this.#page.getByRole('navigation', { name: 'Servers found here' });
    await rail
      .getByRole('button', { name: new RegExp(`^${server}`) })
      .first()
      .click();
    await this.main.getByRole('button', { name: /^Check(?: this server| again)?$/ }).click();
    await this.main.getByRole('button', { name: 'Fix this', exact: true }).first().click();
  }

  async openJournal(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Changes and backups' }).click();
  }
}
