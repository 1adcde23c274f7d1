import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Comment } from '@moodline/comments/contract';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { CommentDrawerOpener } from '../comment-drawer/comment-drawer-opener';
import { filterWords } from '../filter/filter-words';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { CommentRow } from './comment-row';

const comment: Comment = {
  id: 1,
  source: { id: 1, name: 'Weibo' },
  text: 'The battery died',
  language: 'en',
  publishedAt: '2024-05-03T16:30:00.000Z',
  engagement: 812,
  permalink: 'https://example.com/1',
  label: 'negative',
  probabilities: { positive: 0.05, neutral: 0.08, negative: 0.87 },
  machineLabel: null,
  correction: null,
  unsure: false,
  copies: 1,
  unscoredReason: null,
};

async function shown(part: Partial<Comment>): Promise<HTMLElement> {
  TestBed.configureTestingModule({ providers: [provideRouter([]), provideWords({ en, zh }, filterWords)] });
  TestBed.inject(LocaleStore).setLanguage('en');
  TestBed.inject(LocaleStore).setTimeZone('Asia/Shanghai');
  const fixture = TestBed.createComponent(CommentRow);
  fixture.componentRef.setInput('comment', { ...comment, ...part });
  await fixture.whenStable();
  return fixture.nativeElement;
}

describe('CommentRow', () => {
  it('says label and probability in words, with a sign, and the time in the workspace zone', async () => {
    const text = (await shown({})).textContent?.replace(/\s+/g, ' ');
    expect(text).toContain('▼ Negative 87%');
    expect(text).toContain('4 May 2024, 00:30');
    expect(text).toContain('812');
  });

  it('marks what was searched and leaves markup of the text as text', async () => {
    const row = await shown({
      text: '<b onclick="x()">Battery</b>\n<script>1</script>',
      spans: [{ start: 17, end: 24, word: 'battery' }],
    });
    expect(row.querySelector('.text')?.textContent).toBe('<b onclick="x()">Battery</b>\n<script>1</script>');
    expect([...row.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Battery']);
    expect(row.querySelector('script, b')).toBeNull();
  });

  it('shows stars and the verdict, mutes what others said, and says why a comment is not counted', async () => {
    const row = await shown({
      text: '> bad lamp\nno, good',
      stars: 4.5,
      version: '2.4.1',
      recommended: false,
      leftOut: 'own-account',
    });
    expect(row.querySelector('.text .quoted')?.textContent).toBe('> bad lamp');
    const facts = row.querySelector('.facts')?.textContent?.replace(/\s+/g, ' ');
    expect(facts).toContain('★★★★½');
    expect(facts).toContain('Version 2.4.1');
    expect(facts).toContain('4.5 of 5 stars');
    expect(facts).toContain('Not recommended');
    expect(facts).toContain('Left out: own account');
  });

  it.each([
    ['quotes-only', 'only words of others'],
    ['stars-only', 'stars without words'],
    ['no-words', 'there are no words'],
  ])('says why there is no label: %s', async (unscoredReason, words) => {
    const row = await shown({ label: null, probabilities: null, machineLabel: null, unscoredReason });
    expect(row.querySelector('.unscored')?.textContent).toContain(words);
  });

  it('opens the original in a new tab without telling it from where', async () => {
    const link = (await shown({})).querySelector('a');
    expect(link?.getAttribute('href')).toBe('https://example.com/1');
    expect(link?.target).toBe('_blank');
    expect(link?.rel).toContain('noopener');
  });

  it('has no link where the address is no web page', async () => {
    expect((await shown({ permalink: 'javascript:alert(1)' })).querySelector('a:not(.details)')).toBeNull();
  });

  it.each([
    ['pending', 'Waiting for a label'],
    ['no-words', 'there are no words'],
    ['unsupported-language', 'this language is not supported'],
    ['model-failed', 'the model failed'],
  ])('says why there is no label: %s', async (unscoredReason, words) => {
    expect((await shown({ label: null, probabilities: null, unscoredReason })).textContent).toContain(words);
  });

  it('folds a very long text', async () => {
    const row = await shown({ text: 'long '.repeat(200) });
    const button = row.querySelector('button');
    expect(row.querySelector('.folded')).not.toBeNull();
    button?.click();
    await Promise.resolve();
    TestBed.tick();
    expect(row.querySelector('.folded')).toBeNull();
  });

  it('says where it stands with the team, and leads to its page', async () => {
    const row = await shown({ work: { state: 'open', assignee: { id: 3, name: 'Ann' } } });
    expect(row.querySelector('.work')?.textContent?.replace(/\s+/g, ' ').trim()).toBe('Open · Ann');
    expect(row.querySelector('.details')?.getAttribute('href')).toBe('/comments/1');
  });

  it('opens the copies of a text in the side sheet', async () => {
    const open = jest.fn();
    TestBed.overrideProvider(CommentDrawerOpener, { useValue: { open } });
    (await shown({ id: 7, copies: 12 })).querySelector<HTMLButtonElement>('.copies')?.click();
    expect(open).toHaveBeenCalledWith({ filter: {}, narrowing: { alike: 7 } }, expect.stringContaining('12'));
  });

  it('says where a review is stars and no words', async () => {
    const row = await shown({ text: '', stars: 4 });
    expect(row.querySelector('.text')?.textContent?.trim()).toBe('(stars only)');
    expect(row.querySelector('.stars')?.textContent).toContain('4');
  });

  it('says that retention has erased the text, and when', async () => {
    const row = await shown({ text: '', erasedAt: '2026-06-30T00:00:00.000Z' });
    expect(row.querySelector('.text')?.textContent).toContain('Text erased after its retention time, on 30 Jun');
  });
});
