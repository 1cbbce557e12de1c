import type { Locator, Page } from 'playwright/test';

/** All servers of the machine against all clients. */
export class MatrixPage {
  readonly main: Locator;
  readonly table: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.main = page.getByRole('main');
    this.table = this.main.getByRole('region', { name: 'How each server stands with each client' });
  }

  async open(): Promise<void> {
    await this.main.getByRole('button', { name: 'Check all servers' }).click();
    await this.main.getByRole('heading', { level: 1, name: 'All servers' }).waitFor();
  }

  button(name: string): Locator {
    return this.main.getByRole('button', { name, exact: true });
  }

  row(server: string): Locator {
    return this.table.getByRole('row', { name: new RegExp(`^${server} `) });
  }

  headline(): Locator {
    return this.main.getByRole('heading', { level: 2 }).first();
  }

  async widerThanWindow(): Promise<number> {
    return this.#page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  }
}
