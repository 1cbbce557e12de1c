import type { Locator, Page } from 'playwright/test';

/** One server's diagnosis. */
export class DiagnosisPage {
  readonly clients: Locator;
  readonly way: Locator;
  readonly stop: Locator;
  readonly checkAgain: Locator;
  readonly main: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.main = page.getByRole('main');
    this.clients = page.getByRole('radiogroup', { name: 'Clients' });
    this.way = page.getByRole('list', { name: /^The way of the request/ });
    this.stop = page.getByRole('button', { name: 'Stop' });
    this.checkAgain = page.getByRole('button', { name: 'Check again', exact: true });
  }

  /** The one sentence on top. */
  first(sentence: string): Locator {
    return this.#page.getByRole('heading', { name: sentence, level: 2 });
  }

  client(name: string): Locator {
    return this.clients.getByRole('radio', { name });
  }

  async choose(client: string): Promise<void> {
    // The radio itself is visually hidden, as in every styled radio group; people click its card.
    await this.clients.locator('label').filter({ hasText: client }).click();
  }

  section(title: string): Locator {
    return this.main.getByRole('region', { name: title });
  }

  station(name: string): Locator {
    return this.way.getByRole('button', { name: new RegExp(`^${name}:`) });
  }
}
