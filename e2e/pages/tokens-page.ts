import type { Locator, Page } from 'playwright/test';

/** Everything that is kept of sign-ins. */
export class TokensPage {
  readonly heading: Locator;
  readonly main: Locator;
  readonly entries: Locator;
  readonly nothing: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.main = page.getByRole('main');
    this.heading = page.getByRole('heading', { name: 'Kept sign-ins', level: 1 });
    this.entries = this.main.getByRole('listitem');
    this.nothing = this.main.getByRole('heading', { name: 'Nothing is kept.' });
  }

  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Kept sign-ins' }).click();
  }

  /** Presses a button and then the same one in the question that it asks. */
  async confirm(name: 'Delete' | 'Revoke'): Promise<void> {
    await this.main.getByRole('button', { name }).click();
    await this.main.getByRole('group').getByRole('button', { name }).click();
  }
}
