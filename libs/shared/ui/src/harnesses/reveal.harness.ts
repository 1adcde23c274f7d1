import { ComponentHarness } from '@angular/cdk/testing';

/** A field of a password, whose text can be shown. */
export class RevealHarness extends ComponentHarness {
  static hostSelector = 'ml-reveal';

  private readonly input = this.locatorFor('input');
  private readonly button = this.locatorFor('button');

  async isShown(): Promise<boolean> {
    return (await (await this.input()).getProperty<string>('type')) === 'text';
  }

  async toggle(): Promise<void> {
    await (await this.button()).click();
  }
}
