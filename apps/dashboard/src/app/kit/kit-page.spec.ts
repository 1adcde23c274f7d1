import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, input, output } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ChartCanvas, type ChartDrawing, LocaleStore, provideWords } from '@moodline/shared/ui';
import {
  ChartExportHarness,
  ChartFrameHarness,
  DropdownHarness,
  RevealHarness,
  TileHarness,
} from '@moodline/shared/ui/harnesses';
import { uiWords } from '@moodline/shared/ui/words';
import axe from 'axe-core';
import { KitPage } from './kit-page';

/** Without a browser there is nothing to draw on. */
@Component({ selector: 'ml-chart-canvas', template: '' })
class NoCanvas {
  readonly drawing = input.required<ChartDrawing>();
  readonly label = input.required<string>();
  readonly pick = output<number>();
}

describe('the kit', () => {
  async function draw() {
    TestBed.configureTestingModule({ providers: [provideWords(uiWords), provideRouter([])] });
    TestBed.overrideComponent(KitPage, { remove: { imports: [ChartCanvas] }, add: { imports: [NoCanvas] } });
    TestBed.inject(LocaleStore).setLanguage('en');
    const fixture = TestBed.createComponent(KitPage);
    document.body.append(fixture.nativeElement);
    await fixture.whenStable();
    const loader = TestbedHarnessEnvironment.loader(fixture);
    return { fixture, loader, root: fixture.nativeElement as HTMLElement };
  }
  afterEach(() => document.body.replaceChildren());

  const last = (root: HTMLElement) => root.querySelector('[role=status]')?.textContent;

  it('shows every part in light and in dark', async () => {
    const { root } = await draw();
    for (const scheme of ['light', 'dark']) {
      const section = root.querySelector(`section.${scheme}`);
      const parts = [...(section?.querySelectorAll('h3') ?? [])].map((heading) => heading.textContent);
      expect(parts).toEqual([
        ...['Words', 'Tile', 'Sparkline', 'Dropdown', 'Chart frame', 'Buttons', 'Segments', 'Fields'],
        ...['Chips', 'Table', 'Progress', 'States', 'What floats', 'Icons'],
      ]);
    }
  });

  it('has no fault that axe finds without a picture', async () => {
    const { root } = await draw();
    // What hangs on places and colours is checked on the pages in a browser.
    const { violations, passes } = await axe.run(root, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(passes.length).toBeGreaterThan(10);
  });

  it('has tiles that tell their number, say what changed, and are pressed', async () => {
    const { loader, root, fixture } = await draw();
    const [tile] = await loader.getAllHarnesses(TileHarness);
    expect([await tile?.name(), await tile?.value(), await tile?.change(), await tile?.changeWords()]).toEqual([
      'Tile, plain',
      '\u221211',
      '▼ 43',
      '43 points lower',
    ]);
    await tile?.press();
    await fixture.whenStable();
    expect(last(root)).toBe('Last: tile plain');
  });

  it('has frames in each state, with the table behind the chart', async () => {
    const { loader } = await draw();
    const [ready, loading, , error] = await loader.getAllHarnesses(ChartFrameHarness);
    expect([await ready?.heading(), await ready?.isBusy(), await ready?.problem()]).toEqual([
      'Frame, ready',
      false,
      null,
    ]);
    expect(await loading?.isBusy()).toBe(true);
    expect(await error?.problem()).toContain('The server did not answer.');
    expect(await ready?.tableRows()).toEqual([]);
    await ready?.toggleTable();
    expect((await ready?.tableRows())?.slice(3, 5)).toEqual(['4 May \u22128 41', '5 May \u221220 60']);
  });

  it('has frames that can be taken along', async () => {
    const { loader } = await draw();
    const [menu] = await loader.getAllHarnesses(ChartExportHarness);
    expect(await menu?.offered()).toEqual([]);
    await menu?.toggle();
    expect(await menu?.offered()).toEqual(['Numbers (CSV)', 'Copy the numbers']);
  });

  it('has passwords that can be seen', async () => {
    const { loader } = await draw();
    const [password] = await loader.getAllHarnesses(RevealHarness);
    expect(await password?.isShown()).toBe(false);
    await password?.toggle();
    expect(await password?.isShown()).toBe(true);
  });

  it('has dropdowns that open a named panel and close again', async () => {
    const { loader } = await draw();
    const [dropdown] = await loader.getAllHarnesses(DropdownHarness);
    expect([await dropdown?.label(), await dropdown?.isOpen(), await dropdown?.panelName()]).toEqual([
      'Closed',
      false,
      null,
    ]);
    await dropdown?.toggle();
    expect([await dropdown?.isOpen(), await dropdown?.panelName()]).toEqual([true, 'Panel']);
    await dropdown?.toggle();
    expect(await dropdown?.isOpen()).toBe(false);
  });
});
