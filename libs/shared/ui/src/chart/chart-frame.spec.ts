import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { LocaleStore } from '../locale/locale-store';
import { provideWords } from '../locale/provide-words';
import { uiWords } from '../words';
import { ChartFrame, type ChartState } from './chart-frame';

@Component({
  imports: [ChartFrame],
  template: `
    <ml-chart-frame
      heading="Mood fell"
      subtitle="by day"
      [state]="state()"
      problem="No answer."
      [table]="table"
      rowAction="Read %"
      (openRow)="opened.set($event)"
      (retry)="retried.set(true)"
    >
      <p frameEmpty>Nothing here</p>
      <canvas></canvas>
    </ml-chart-frame>
  `,
})
class Host {
  readonly state = signal<ChartState>('ready');
  readonly opened = signal<number | null>(null);
  readonly retried = signal(false);
  readonly table = {
    columns: ['Day', 'Net mood'],
    rows: [
      ['4 May', '+32'],
      ['5 May', '−11'],
    ],
  };
}

describe('ChartFrame', () => {
  async function draw(state: ChartState = 'ready') {
    TestBed.configureTestingModule({ providers: [provideWords(uiWords)] });
    TestBed.inject(LocaleStore).setLanguage('en');
    const fixture = TestBed.createComponent(Host);
    fixture.componentInstance.state.set(state);
    await fixture.whenStable();
    const element: HTMLElement = fixture.nativeElement;
    const press = async (words: string) => {
      const button = [...element.querySelectorAll('button')].find(
        ({ textContent, ariaLabel }) => textContent.includes(words) || ariaLabel === words,
      );
      button?.click();
      await fixture.whenStable();
      return button;
    };
    return { element, press, host: fixture.componentInstance };
  }

  it('shows the numbers as a table and each row opens what is behind it', async () => {
    const { element, press, host } = await draw();
    expect(element.querySelector('table')).toBeNull();
    await press('View as table');
    expect(element.querySelector('canvas')?.parentElement?.hidden).toBe(true);
    expect([...element.querySelectorAll('td')].map(({ textContent }) => textContent.trim())).toEqual(['+32', '−11']);
    await press('5 May');
    expect(host.opened()).toBe(1);
    expect(element.querySelector('tbody button')?.getAttribute('aria-label')).toBe('Read 4 May');
  });

  it('says what went wrong and tries again', async () => {
    const { element, press, host } = await draw('error');
    expect(element.querySelector('[role=alert]')?.textContent).toContain('No answer.');
    await press('Try again');
    expect(host.retried()).toBe(true);
  });

  it('shows the way out of emptiness instead of an empty chart', async () => {
    const { element } = await draw('empty');
    expect(element.textContent).toContain('Nothing here');
    expect(element.querySelector('canvas')?.parentElement?.hidden).toBe(true);
  });

  it('is busy while it loads', async () => {
    const { element } = await draw('loading');
    expect(element.querySelector('figure')?.getAttribute('aria-busy')).toBe('true');
    expect(element.querySelector('h2')).toBeNull();
  });
});
