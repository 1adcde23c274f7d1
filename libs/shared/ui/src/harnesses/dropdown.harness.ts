import { ComponentHarness } from '@angular/cdk/testing';

/** A button that opens a panel. */
export class DropdownHarness extends ComponentHarness {
  static hostSelector = 'ml-dropdown';

  private readonly button = this.locatorFor('button');
  private readonly words = this.locatorFor('.label');
  private readonly panel = this.documentRootLocatorFactory().locatorForOptional('.panel[role=dialog]');

  async label(): Promise<string> {
    return (await this.words()).text();
  }

  async isOpen(): Promise<boolean> {
    return (await (await this.button()).getAttribute('aria-expanded')) === 'true';
  }

  /** What a screen reader calls the open panel; null while none is open. */
  async panelName(): Promise<string | null> {
    return (await (await this.panel())?.getAttribute('aria-label')) ?? null;
  }

  async toggle(): Promise<void> {
    await (await this.button()).click();
  }
}
