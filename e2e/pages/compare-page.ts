import type { Locator, Page } from 'playwright/test';

/** One server across the places of this machine. */
export class ComparePage {
  readonly main: Locator;
  readonly heading: Locator;
  readonly places: Locator;
  readonly differences: Locator;
  readonly again: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.main = page.getByRole('main');
    this.heading = this.main.getByRole('heading', { name: /^Compare places:/, level: 1 });
    this.places = this.main.getByRole('region', { name: 'Places' }).getByRole('listitem');
    this.differences = this.main.getByRole('table');
    this.again = this.main.getByRole('button', { name: 'Look again' });
  }

  /** From the first screen to the comparison of a server. */
  async openFor(server: string): Promise<void> {
    const rail = this.#page.getByRole('navigation', { name: 'Servers found here' });
    await rail
      .getByRole('button', { name: new RegExp(`^${server}`) })
      .first()
      .click();
    await this.main.getByRole('button', { name: 'Compare places' }).click();
  }
}
