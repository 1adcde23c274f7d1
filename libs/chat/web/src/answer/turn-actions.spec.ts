import { TestBed } from '@angular/core/testing';
import { toldAnswerSchema } from '@moodline/narration/contract';
import { HeldPermissions, LocaleStore, PINNING, provideWords } from '@moodline/shared/ui';
import { chatWords } from '../chat.words';
import { ConversationStore } from '../conversation/conversation-store';
import { newTurn, type Turn } from '../conversation/turn';
import { answer } from '../testing/chat-fixtures';
import { TurnActions } from './turn-actions';

describe('TurnActions', () => {
  const store = { rate: jest.fn() };
  const pinning = jest.fn();
  const turn = (rating: Turn['rating'] = null): Turn => ({
    ...newTurn(4, 'Why?', {}),
    state: 'answered',
    answer: answer(),
    rating,
  });

  function shown(rating?: Turn['rating']) {
    const fixture = TestBed.createComponent(TurnActions);
    fixture.componentRef.setInput('turn', turn(rating));
    fixture.detectChanges();
    const root = fixture.nativeElement as HTMLElement;
    const button = (name: string) =>
      [...root.querySelectorAll('button')].find(
        (one) => one.getAttribute('aria-label') === name || one.textContent?.trim() === name,
      );
    return { fixture, root, button };
  }

  beforeEach(() => {
    jest.clearAllMocks();
    TestBed.configureTestingModule({
      providers: [
        provideWords(chatWords),
        { provide: ConversationStore, useValue: store },
        { provide: PINNING, useValue: pinning },
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
  });

  it('pins an answer to a report as it was told, for those who may write reports', () => {
    expect(shown().button('Pin to report')).toBeUndefined();
    TestBed.inject(HeldPermissions).set(['reports.write']);
    shown().button('Pin to report')?.click();
    const { seal, ...told } = answer();
    expect(pinning).toHaveBeenCalledWith({
      kind: 'answer',
      question: 'Why?',
      told: toldAnswerSchema.parse(told),
      seal,
    });
  });

  it('rates an answer, and takes the rating back by the same button', () => {
    shown().button('Good answer')?.click();
    shown({ good: true, reason: null }).button('Good answer')?.click();
    expect(store.rate.mock.calls).toEqual([
      [4, { good: true, reason: null }],
      [4, null],
    ]);
  });

  it('asks what is wrong with a bad answer', () => {
    expect(shown({ good: true, reason: null }).root.querySelector('[role=group]')).toBeNull();
    shown({ good: false, reason: null }).button('A number')?.click();
    expect(store.rate).toHaveBeenCalledWith(4, { good: false, reason: 'number' });
  });

  it('copies question, sentences and period as text, or says that it could not', async () => {
    const writeText = jest.fn().mockResolvedValueOnce(undefined).mockRejectedValueOnce(new Error('no'));
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    const { fixture, root, button } = shown();
    button('Copy')?.click();
    await fixture.whenStable();
    const [[text]] = writeText.mock.calls as [[string]];
    expect(text.startsWith('Why?')).toBe(true);
    expect(text).toContain(answer().sentences[0]?.text);
    button('Copied')?.click();
    await fixture.whenStable();
    expect(root.querySelector('[role=alert]')?.textContent).toContain('clipboard');
  });
});
