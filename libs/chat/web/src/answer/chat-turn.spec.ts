import { Component, input } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { CommentDrawerOpener } from '@moodline/comments/web';
import { ChartCanvas, LocaleStore, provideWords } from '@moodline/shared/ui';
import { chatWords } from '../chat.words';
import { newTurn, type Turn } from '../conversation/turn';
import { LineExhibit } from '../exhibits/line-exhibit';
import { answer, fact } from '../testing/chat-fixtures';
import { ChatTurn } from './chat-turn';

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

  it('shows sentences without the marks of the model and a chip for each fact', () => {
    show({
      answer: answer({ sentences: [{ text: 'Net mood fell to -11 [F1][F2].', citations: ['F1', 'F2', 'F2', 'F9'] }] }),
    });

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
        expect.stringMatching(/^Net mood −11, down from \+32 · n\s=\s412 · 3\s?–\u2060?\s?9\sMay/),
      ],
      [{ ids: [1182] }, 'Comment #1182'],
    ]);
  });

  it('opens nothing for a fact without comments', () => {
    show({ answer: answer({ facts: [fact({ filter: null })] }) });
    button('[F1]')?.click();

    expect(drawer.open).not.toHaveBeenCalled();
  });

  it('names the period with its last day included', () => {
    show({ answer: answer({ period: { from: '2015-05-03T00:00:00Z', to: '2015-05-10T00:00:00Z' } }) });

    expect(text()).toMatch(/Period: 3\s?–\s?9 May 2015/);
  });

  it('keeps a draft from being read aloud and says that it is being checked', () => {
    show({ state: 'asking', draft: 'Net mood fell [F', answer: answer({ sentences: [] }) });

    expect(page().querySelector('[aria-hidden=true].draft')?.textContent?.replace(/\s+/g, ' ').trim()).toBe(
      'Net mood fell checking…',
    );
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

  it('says with the number that there is not enough data', () => {
    show({
      answer: answer({ sentences: [], facts: [], reason: 'not enough data (n = 7)', reasonCode: 'not-enough-data' }),
    });

    expect(text()).toContain('Not enough data (n = 7)');
  });

  it('shows the facts where no sentence held up', () => {
    show({ answer: answer({ sentences: [], reasonCode: 'nothing-held' }) });

    expect(text()).toContain('No sentence held up');
    expect(page().querySelector('details')?.open).toBe(true);
  });

  it('says that the model does not run, shows the facts and asks again', () => {
    const retried = jest.fn();
    fixture.componentInstance.retried.subscribe(retried);
    show({ answer: answer({ sentences: [], reason: 'The model is not running', reasonCode: 'model-unavailable' }) });
    button('Ask again')?.click();

    expect(text()).toContain('The model is not running. Try again in a moment.');
    expect(text()).not.toContain('longer period');
    expect(page().querySelector('details')?.open).toBe(true);
    expect(retried).toHaveBeenCalledTimes(1);
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
