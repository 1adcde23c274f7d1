import { ComponentHarness } from '@angular/cdk/testing';

/** What a chart stands in: its finding, its states, and the table behind it. */
export class ChartFrameHarness extends ComponentHarness {
  static hostSelector = 'ml-chart-frame';

  private readonly title = this.locatorForOptional('h2');
  private readonly figure = this.locatorFor('figure');
  private readonly alert = this.locatorForOptional('[role=alert]');
  private readonly tableSwitch = this.locatorForOptional('button.as-table');
  private readonly columns = this.locatorForAll('thead th');
  private readonly cells = this.locatorForAll('tbody th, tbody td');

  async heading(): Promise<string | null> {
    return (await (await this.title())?.text()) ?? null;
  }

  async isBusy(): Promise<boolean> {
    return (await (await this.figure()).getAttribute('aria-busy')) === 'true';
  }

  /** What went wrong; null where nothing did. */
  async problem(): Promise<string | null> {
    return (await (await this.alert())?.text()) ?? null;
  }

  /** Shows the table, or the chart again; a frame without a chart has neither. */
  async toggleTable(): Promise<void> {
    await (await this.tableSwitch())?.click();
  }

  /** Rows of the table, their cells parted by spaces; none while the chart is shown. */
  async tableRows(): Promise<string[]> {
    const [columns, cells] = [(await this.columns()).length, await this.cells()];
    const texts = await Promise.all(cells.map((cell) => cell.text()));
    return texts.flatMap((_, index) => (index % columns ? [] : [texts.slice(index, index + columns).join(' ')]));
  }
}
