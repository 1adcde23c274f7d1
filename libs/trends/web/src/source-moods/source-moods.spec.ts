import { provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import type { SourceMood } from '@moodline/trends/contract';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { SourceMoods } from './source-moods';

/** What stands above the moods of these sources: by name, net mood and number of labelled comments. */
async function heading(...sources: readonly (readonly [name: string, net: number, n: number])[]): Promise<string> {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideWords({ en, zh })] });
  TestBed.inject(LocaleStore).setLanguage('en');
  const fixture = TestBed.createComponent(SourceMoods);
  const moods = sources.map(([name, net, n], id) => ({
    source: { id, name },
    total: { n, net, positive: (n * (50 + net / 2)) / 100, negative: (n * (50 - net / 2)) / 100 },
    points: [],
  }));
  fixture.componentRef.setInput('sources', moods as unknown as SourceMood[]);
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).querySelector('h2')?.textContent?.trim() ?? '';
}

describe('what is said of the moods of sources', () => {
  it('names the lowest and the highest', async () => {
    expect(await heading(['Weibo', -20.4, 90], ['Forum', 12, 90])).toBe('Weibo is lowest at −20, Forum highest at +12');
  });

  it('names all that show the same number', async () => {
    expect(await heading(['Weibo', -20.4, 90], ['App Store', -19.6, 80], ['Forum', 12, 90])).toBe(
      'Lowest: Weibo and App Store at −20. Highest: Forum at +12',
    );
  });

  it('calls nobody the lowest where the difference is within chance', async () => {
    expect(await heading(['Weibo', -20, 30], ['Forum', -8, 25])).toBe('No clear difference between sources: −20 to −8');
  });

  it('says so where all are alike, and leaves out those of too few comments', async () => {
    expect(await heading(['Weibo', -20.4, 90], ['App Store', -19.6, 80], ['Forum', 99, 3])).toBe(
      'All sources stand at −20',
    );
  });
});

it('draws no peak of a handful of comments', async () => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideWords({ en, zh })] });
  TestBed.inject(LocaleStore).setLanguage('en');
  const fixture = TestBed.createComponent(SourceMoods);
  const points = [
    { n: 40, net: -10 },
    { n: 1, net: 100 },
    { n: 50, net: 10 },
  ];
  const total = { n: 91, net: 0, positive: 30, negative: 30 };
  fixture.componentRef.setInput('sources', [{ source: { id: 1, name: 'Forum' }, total, points }]);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  expect(root.querySelector('figcaption')?.textContent).toContain('from −20 to +20');
  expect(root.querySelector('.values')?.getAttribute('d')).toBe('M0 75L0 75L100 25');
});
