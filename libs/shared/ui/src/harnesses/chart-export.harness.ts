import { ComponentHarness } from '@angular/cdk/testing';

/** The menu by which a chart is taken along. */
export class ChartExportHarness extends ComponentHarness {
  static hostSelector = 'ml-chart-export';

  private readonly button = this.locatorFor('button');
  private readonly ways = this.documentRootLocatorFactory().locatorForAll('.panel[role=dialog] .ways button');

  async toggle(): Promise<void> {
    await (await this.button()).click();
  }

  /** What the open menu offers; empty while it is closed. */
  async offered(): Promise<string[]> {
    return Promise.all((await this.ways()).map((way) => way.text()));
  }
}
