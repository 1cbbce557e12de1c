import { expect, type Locator, type Page } from 'playwright/test';

/** One server's traced sign-in: before it, while it goes on, when it has ended. */
export class TracePage {
  readonly heading: Locator;
  readonly main: Locator;
  readonly start: Locator;
  readonly stop: Locator;
  readonly again: Locator;
  readonly steps: Locator;
  readonly pane: Locator;
  readonly happens: Locator;
  readonly live: Locator;
  readonly fullReport: Locator;
  readonly vendor: Locator;

  constructor(page: Page) {
    this.main = page.getByRole('main');
    this.heading = this.main.getByRole('heading', { name: /^Trace sign-in:/, level: 1 });
    this.start = this.main.getByRole('button', { name: 'Start the sign-in' });
    this.stop = this.main.getByRole('button', { name: 'Stop' });
    this.again = this.main.getByRole('button', { name: 'Trace again' });
    this.steps = this.main.getByRole('list', { name: 'Sequence of the sign-in' });
    this.pane = this.main.getByRole('complementary', { name: 'Step' });
    this.happens = this.main.getByRole('region', { name: 'What will happen' });
    this.live = page.getByTestId('trace-live');
    this.vendor = this.main.getByRole('button', { name: 'Write to the vendor' });
    this.fullReport = this.main.getByRole('button', { name: 'Open the full report' });
  }

  /** From the first screen to the choice of a sign-in. */
  async openFor(server: string): Promise<void> {
    await this.main.getByRole('button', { name: `Trace sign-in of ${server}` }).click();
  }

  async as(client: string): Promise<void> {
    await this.main.getByLabel('Whose sign-in').selectOption({ label: client });
  }

  async keep(): Promise<void> {
    await this.main.getByText('More', { exact: true }).click();
    await this.main.getByRole('checkbox', { name: 'Keep the tokens' }).check();
  }

  step(name: RegExp): Locator {
    return this.steps.getByRole('button', { name }).first();
  }

  /** What the sign-in was called: `Signed in`, `Blank page`, … */
  called(word: string): Locator {
    return this.main.getByText(word, { exact: true });
  }

  /** Waits for the end of a trace that was called so, and had no fault of our own on the way. */
  async ended(word: string, options: { readonly timeout: number }): Promise<void> {
    await expect(this.again).toBeVisible(options);
    await expect(this.called(word)).toBeVisible();
    await expect(this.main.getByRole('alert')).toBeHidden();
  }
}
