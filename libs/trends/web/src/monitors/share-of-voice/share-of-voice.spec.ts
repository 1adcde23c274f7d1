import { TestBed } from '@angular/core/testing';
import { commentsWords } from '@moodline/comments/web/words';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { uiWords } from '@moodline/shared/ui/words';
import type { MonitorMood } from '@moodline/trends/contract';
import { en } from '../../i18n/en';
import { zh } from '../../i18n/zh';
import { ShareOfVoice } from './share-of-voice';

const mood = (name: string, competitor: boolean, n: number, unlabelled = 0): MonitorMood => ({
  monitor: {
    id: [...name].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), 0),
    name,
    competitor,
    kind: competitor ? 'competitor' : 'brand',
  },
  total: { n, positive: n, neutral: 0, negative: 0, net: n ? 100 : null, unsure: 0, unlabelled },
  points: [],
});

describe('ShareOfVoice', () => {
  async function shown(...moods: MonitorMood[]) {
    TestBed.configureTestingModule({ providers: [provideWords(uiWords, commentsWords, { en, zh })] });
    TestBed.inject(LocaleStore).setLanguage('en');
    const fixture = TestBed.createComponent(ShareOfVoice);
    fixture.componentRef.setInput('moods', moods);
    await fixture.whenStable();
    return { fixture, root: fixture.nativeElement as HTMLElement };
  }

  it('says how much of the voice is one’s own', async () => {
    const { root } = await shown(mood('Acme', false, 20, 10), mood('Globex', true, 10));
    expect(root.querySelector('h2')?.textContent).toBe('75% of the voice is yours');
  });

  it('shows what is in the basket, and that all are counted in the same sources', async () => {
    const { fixture, root } = await shown(mood('Acme', false, 20), mood('Globex', true, 10));
    fixture.componentRef.setInput('sources', ['Forum', 'Weibo']);
    await fixture.whenStable();
    expect(root.querySelector('figcaption p')?.textContent).toContain(
      'In the basket: Acme, Globex, all counted in the same sources (Forum, Weibo).',
    );
    fixture.componentRef.setInput('sources', ['a', 'b', 'c', 'd', 'e']);
    await fixture.whenStable();
    expect(root.querySelector('figcaption p')?.textContent).toContain('(all 5)');
  });

  it('leaves topics out of the voice', async () => {
    const topic = mood('Battery', false, 500);
    const { root } = await shown(mood('Acme', false, 20, 10), mood('Globex', true, 10), {
      ...topic,
      monitor: { ...topic.monitor, kind: 'topic' },
    });
    expect(root.querySelector('h2')?.textContent).toBe('75% of the voice is yours');
    expect(root.textContent).not.toContain('Battery');
  });

  it('shows nothing where there are topics only', async () => {
    const topic = mood('Battery', false, 5);
    const { root } = await shown({ ...topic, monitor: { ...topic.monitor, kind: 'topic' } });
    expect(root.querySelector('ml-chart-frame')).toBeNull();
  });

  it('names the loudest where there is only one side', async () => {
    const { root } = await shown(mood('Acme', false, 10), mood('Umbrella', false, 30));
    expect(root.querySelector('h2')?.textContent).toBe('Umbrella has 75% of the voice');
  });

  it('gives the same as a table, with the side in words', async () => {
    const { fixture, root } = await shown(mood('Acme', false, 20), mood('Globex', true, 20), mood('Silent', true, 0));
    root.querySelector<HTMLButtonElement>('button[aria-pressed]')?.click();
    await fixture.whenStable();
    const rows = [...root.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim()).join(' | '),
    );
    expect(rows).toEqual([
      'Acme | Own | 20 | 50% | +100',
      'Globex | Competitor | 20 | 50% | +100',
      'Silent | Competitor | 0 | 0% | –',
    ]);
  });
});
