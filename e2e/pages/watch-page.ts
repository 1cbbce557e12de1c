import type { Locator, Page } from 'playwright/test';

/** What the clients write while one tries again. */
export class WatchPage {
  readonly main: Locator;
  readonly heading: Locator;
  readonly stop: Locator;
  readonly again: Locator;
  readonly list: Locator;
  readonly lines: Locator;

  constructor(page: Page) {
    this.main = page.getByRole('main');
    this.heading = this.main.getByRole('heading', { name: /^Watch while you try again/, level: 1 });
    this.stop = this.main.getByRole('button', { name: 'Stop' });
    this.again = this.main.getByRole('button', { name: 'Watch again' });
    this.list = this.main.getByRole('log', { name: 'What happens' });
    this.lines = this.list.getByRole('listitem');
  }

  /** From the first screen; watching begins by that press. */
  async openFor(server: string): Promise<void> {
    await this.main
      .getByRole('button', { name: `Watch ${server} while you try again in Claude` })
      .click();
  }

  /** What it came to: `Connected`, `Failed`, … */
  called(word: string): Locator {
    return this.main.getByText(word, { exact: true });
  }
}
