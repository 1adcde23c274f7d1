import { ComponentHarness } from '@angular/cdk/testing';

/** A tile as people meet it: a button with a name, a number and what changed. */
export class TileHarness extends ComponentHarness {
  static hostSelector = 'ml-tile';

  private readonly button = this.locatorFor('button');
  private readonly nameLine = this.locatorFor('.name');
  private readonly valueLine = this.locatorFor('.value');
  private readonly changeLine = this.locatorForOptional('.change');
  private readonly spoken = this.locatorForOptional('.visually-hidden');

  async name(): Promise<string> {
    return (await this.nameLine()).text();
  }

  async value(): Promise<string> {
    return (await this.valueLine()).text();
  }

  /** The change as it is drawn; null where there is none. */
  async change(): Promise<string | null> {
    return (await (await this.changeLine())?.text()) ?? null;
  }

  /** The change as a screen reader says it; null where there is none. */
  async changeWords(): Promise<string | null> {
    return (await (await this.spoken())?.text()) ?? null;
  }

  async press(): Promise<void> {
    await (await this.button()).click();
  }
}
