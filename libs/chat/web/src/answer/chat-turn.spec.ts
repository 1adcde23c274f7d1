import { Component, input } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { CommentDrawerOpener } from '@moodline/comments/web';
import { ChartCanvas, LocaleStore, provideWords } from '@moodline/shared/ui';
import { chatWords } from '../chat.words';
import { newTurn, type Turn } from '../conversation/turn';
import { LineExhibit } from '../exhibits/line-exhibit';
import { WHOLE_SCOPE } from '@moodline/narration/contract';
import { answer, fact } from '../testing/chat-fixtures';
import { ChatTurn } from './chat-turn';
import { typedOf } from './scope-parts';

/** Stands for the chart: jsdom draws nothing. */
@Component({ selector: 'ml-chart-canvas', template: `<p class="canvas">{{ label() }}</p>` })
class CanvasStandIn {
  readonly drawing = input.required<unknown>();
  readonly label = input.required<string>();
}

describe('ChatTurn', () => {
  const drawer = { open: jest.fn() };
  let fixture: ComponentFixture<ChatTurn>;

  const page = () => fixture.nativeElement as HTMLElement;
  const text = () => (page().textContent ?? '').replace(/\s+/g, ' ');
  const button = (name: string) =>
    [...page().querySelectorAll('button')].find(
      (one) => one.textContent?.trim() === name || one.getAttribute('aria-label') === name,
    );
  const show = (part: Partial<Turn>) => {
    fixture.componentRef.setInput('turn', { ...newTurn(1, 'Why?', {}), state: 'answered', ...part } satisfies Turn);
    fixture.detectChanges();
  };

  beforeEach(() => {
    drawer.open.mockClear();
    TestBed.configureTestingModule({
      providers: [provideWords(chatWords), { provide: CommentDrawerOpener, useValue: drawer }],
    });
    TestBed.overrideComponent(LineExhibit, { remove: { imports: [ChartCanvas] }, add: { imports: [CanvasStandIn] } });
    TestBed.inject(LocaleStore).setLanguage('en');
    TestBed.inject(LocaleStore).setTimeZone('UTC');
    fixture = TestBed.createComponent(ChatTurn);
  });

  it('shows sentences with a chip for each fact', () => {
    show({ answer: answer({ sentences: [{ text: 'Net mood fell to −11.', citations: ['F1', 'F2', 'F2', 'F9'] }] }) });

    expect(text()).toContain('Net mood fell to −11. [F1] [F2] ');
    expect(page().querySelectorAll('ml-fact-chip')).toHaveLength(2);
  });

  it('opens the comments of a fact by filter or by id, titled with the fact', () => {
    show({ answer: answer({ sentences: [{ text: 'Net mood fell.', citations: ['F1', 'F2'] }] }) });
    button('[F1]')?.click();
    button('[F2]')?.click();

    expect(drawer.open.mock.calls).toEqual([
      [
        { filter: { from: '2026-05-03', to: '2026-05-09' } },
        expect.stringMatching(/^Net mood \+32 → −11 · 26 Apr\s?–\s?2 May · n\s=\s412$/),
      ],
      [{ ids: [1182] }, 'Comment #1182'],
    ]);
  });

  it('opens nothing for a fact without comments', () => {
    show({ answer: answer({ facts: [fact({ citations: { commentIds: [], filter: null } })] }) });
    button('[F1]')?.click();

    expect(drawer.open).not.toHaveBeenCalled();
  });

  it('says what it is about, and asks again without a part', () => {
    const changed = jest.fn();
    fixture.componentInstance.changed.subscribe(changed);
    const scope = { ...WHOLE_SCOPE, sources: ['Weibo', 'YouTube'], labels: ['negative' as const], topic: 'sound' };
    show({ answer: answer({ scope, compared: { from: '2026-04-26', to: '2026-05-02' } }) });
    const chips = [...page().querySelectorAll('.scope li')].map((chip) =>
      chip.textContent?.replace(/\s+/g, ' ').trim(),
    );

    expect(chips[0]).toMatch(/3\s?–\s?9 May/);
    expect(chips.slice(2)).toEqual(['Weibo ×', 'YouTube ×', 'Negative ×', 'about “sound” ×']);
    button('Ask again without: Weibo')?.click();
    expect(changed.mock.calls[0]?.[0]).toMatchObject({
      words: 'Why?',
      typed: { scope: { sources: ['YouTube'], topic: 'sound' } },
    });
  });

  it('asks back with ways to go on', () => {
    const changed = jest.fn();
    fixture.componentInstance.changed.subscribe(changed);
    const typed = typedOf(answer({ scope: { ...WHOLE_SCOPE, sources: ['Weibo'] } }));
    const asksBack = {
      reason: 'no-source' as const,
      words: 'TikTok',
      text: 'Which one?',
      options: [{ text: 'Weibo', typed }],
    };
    show({ answer: answer({ sentences: [], facts: [], reason: 'Which one?', reasonCode: 'asks-back', asksBack }) });
    button('Weibo')?.click();

    expect(text()).toContain('Which one?');
    expect(changed).toHaveBeenCalledWith({ words: 'Why? (Weibo)', typed });
  });

  it('gives the reason of a declined question and asks a suggestion on click', () => {
    const asked = jest.fn();
    fixture.componentInstance.asked.subscribe(asked);
    show({
      answer: answer({
        declined: true,
        sentences: [],
        facts: [],
        reason: 'I only know your comments.',
        suggestions: ['How is the mood?'],
      }),
    });
    button('How is the mood?')?.click();

    expect(text()).toContain('I only know your comments.');
    expect(asked).toHaveBeenCalledWith('How is the mood?');
  });

  it('lists a quote as a quote and opens its comment by its number', () => {
    show({ answer: answer() });
    button('Comment #1182')?.click();

    expect(page().querySelector('ml-fact-list li:last-child')?.textContent).toContain(
      '“the battery no longer lasts a day”',
    );
    expect(drawer.open).toHaveBeenCalledWith({ ids: [1182] }, 'Comment #1182');
  });

  it('keeps an error in the thread with a way to ask again', () => {
    const retried = jest.fn();
    fixture.componentInstance.retried.subscribe(retried);
    show({ state: 'failed', error: new Error('broken') });
    button('Ask again')?.click();

    expect(text()).toContain('This question was not answered.');
    expect(retried).toHaveBeenCalledTimes(1);
  });

  it('draws a line exhibit, told in words, and shows its table', () => {
    const points = [32, -11].map((net, index) => ({ start: `2026-05-0${index + 3}T00:00:00Z`, net, n: 20 + index }));
    show({ answer: answer({ exhibits: [{ kind: 'line', series: [{ name: 'Net mood', points }] }] }) });
    expect(page().querySelector('.canvas')?.textContent).toBe('Net mood: starts at +32, ends at −11');

    button('View as table')?.click();
    fixture.detectChanges();
    const cells = [...page().querySelectorAll('ml-line-exhibit td')].map((cell) => cell.textContent?.trim());
    expect(cells).toEqual(['3 May', '32', '20', '4 May', '−11', '21']);
  });

  it('names lines only where there are several', () => {
    const series = ['Weibo', 'YouTube'].map((name) => ({
      name,
      points: [5, -5].map((net, index) => ({ start: `2026-05-0${index + 3}T00:00:00Z`, net, n: 20 })),
    }));
    show({ answer: answer({ exhibits: [{ kind: 'line', series: series.slice(0, 1) }] }) });
    expect(page().querySelector('ml-line-exhibit p[aria-hidden]')?.textContent).toBe('Starts at +5, ends at −5');
    expect(page().querySelector('ml-line-exhibit svg line')).toBeNull();

    show({ answer: answer({ exhibits: [{ kind: 'line', series }] }) });
    expect([...page().querySelectorAll('ml-line-exhibit li')].map((line) => line.textContent?.trim())).toEqual([
      'Weibo: starts at +5, ends at −5',
      'YouTube: starts at +5, ends at −5',
    ]);
  });

  it('puts numbers of a table to the right and a dash where one is missing', () => {
    const rows = [
      ['weibo', -28.25, '51%'],
      ['youtube', null, '7%'],
    ];
    show({ answer: answer({ exhibits: [{ kind: 'table', columns: ['Source', 'Net', 'Negative'], rows }] }) });
    const cells = [...page().querySelectorAll('td')];

    expect(cells.map((cell) => cell.textContent?.trim())).toEqual(['weibo', '−28.3', '51%', 'youtube', '–', '7%']);
    expect(cells.map((cell) => cell.classList.contains('number'))).toEqual([false, true, true, false, true, true]);
  });

  it('shows hostile text as text', () => {
    show({ answer: answer({ sentences: [{ text: '<img src=x onerror=alert(1)>', citations: [] }] }) });

    expect(page().querySelector('img')).toBeNull();
  });
});
