import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { ExportMenu } from './export-menu';

describe('ExportMenu', () => {
  let clicked: HTMLAnchorElement[];

  beforeEach(() => {
    jest.useFakeTimers();
    clicked = [];
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(this);
    });
    Object.defineProperty(globalThis.crypto, 'randomUUID', { value: () => 'ticket-0001', configurable: true });
  });

  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  async function opened() {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideWords({ en, zh })],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    const fixture = TestBed.createComponent(ExportMenu);
    fixture.componentRef.setInput('filter', { label: ['negative'], q: 'battery' });
    fixture.detectChanges();
    const root: HTMLElement = fixture.nativeElement;
    root.querySelector<HTMLButtonElement>('.button')?.click();
    fixture.detectChanges();
    return { fixture, root, items: [...document.querySelectorAll<HTMLButtonElement>('.item')] };
  }

  it('downloads what the filter shows in the chosen format, and tells how far it is', async () => {
    const { fixture, root, items } = await opened();
    expect(items.map((item) => item.querySelector('strong')?.textContent)).toEqual([
      'CSV',
      'Excel (XLSX)',
      'JSON Lines',
    ]);
    items[1]?.click();
    expect(clicked[0]?.getAttribute('href')).toBe(
      '/api/comments/export?label=negative&q=battery&format=xlsx&ticket=ticket-0001',
    );
    const http = TestBed.inject(HttpTestingController);
    const answer = (body: object) => {
      http.expectOne('/api/comments/export/progress?ticket=ticket-0001').flush(body);
      fixture.detectChanges();
    };
    jest.advanceTimersByTime(500);
    answer({ written: 12_000, state: 'writing' });
    expect(root.querySelector('.progress')?.textContent).toContain('12,000');
    jest.advanceTimersByTime(1000);
    answer({ written: 15_000, state: 'done' });
    expect(root.querySelector('.progress')?.textContent).toContain('15,000 comments exported');
    jest.advanceTimersByTime(5000);
    http.verify();
  });
});
