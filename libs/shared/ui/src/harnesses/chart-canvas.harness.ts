import { ComponentHarness, TestKey } from '@angular/cdk/testing';

const KEYS = {
  next: TestKey.RIGHT_ARROW,
  previous: TestKey.LEFT_ARROW,
  first: TestKey.HOME,
  last: TestKey.END,
  open: TestKey.ENTER,
  leave: TestKey.ESCAPE,
} as const;

/** A chart on a canvas: what it is called, and its points as keys go through them. */
export class ChartCanvasHarness extends ComponentHarness {
  static hostSelector = 'ml-chart-canvas';

  private readonly canvas = this.locatorFor('canvas');
  private readonly points = this.locatorForOptional('[role=slider]');

  /** What the picture shows, as a screen reader says it. */
  async label(): Promise<string | null> {
    return (await this.canvas()).getAttribute('aria-label');
  }

  /** What is said of the point that the keys have gone to; null where no point can be gone to. */
  async point(): Promise<string | null> {
    return (await (await this.points())?.getAttribute('aria-valuetext')) ?? null;
  }

  async press(key: keyof typeof KEYS): Promise<void> {
    await (await this.points())?.sendKeys(KEYS[key]);
  }
}
