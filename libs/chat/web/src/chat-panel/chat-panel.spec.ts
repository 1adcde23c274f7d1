import { signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { CommentDrawerOpener } from '@moodline/comments/web';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { chatWords } from '../chat.words';
import { ConversationStore } from '../conversation/conversation-store';
import { newTurn, type Turn } from '../conversation/turn';
import { answer } from '../testing/chat-fixtures';
import { ChatPanel } from './chat-panel';

describe('ChatPanel', () => {
  const turns = signal<readonly Turn[]>([]);
  const busy = signal(false);
  const store = { turns, busy, ask: jest.fn(), retry: jest.fn(), stop: jest.fn(), clear: jest.fn() };
  const closed = jest.fn();
  let fixture: ComponentFixture<ChatPanel>;

  const page = () => fixture.nativeElement as HTMLElement;
  const textarea = () => page().querySelector('textarea') as HTMLTextAreaElement;
  const button = (name: string) =>
    [...page().querySelectorAll('button')].find(
      (one) => one.textContent?.trim() === name || one.getAttribute('aria-label') === name,
    );
  const type = (words: string) => {
    textarea().value = words;
    textarea().dispatchEvent(new Event('input'));
    fixture.detectChanges();
  };
  const press = (key: string, part: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...part });
    textarea().dispatchEvent(event);
    fixture.detectChanges();
    return event;
  };

  beforeEach(() => {
    jest.clearAllMocks();
    turns.set([]);
    busy.set(false);
    TestBed.configureTestingModule({
      providers: [
        provideWords(chatWords),
        { provide: CommentDrawerOpener, useValue: { open: jest.fn() } },
        { provide: ConversationStore, useValue: store },
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('zh');
    fixture = TestBed.createComponent(ChatPanel);
    fixture.componentRef.setInput('filter', { q: '续航' });
    fixture.componentInstance.closed.subscribe(closed);
    fixture.detectChanges();
  });

  it('offers six questions in the language of the interface and asks one with the filter of the page', () => {
    expect(page().querySelectorAll('.start li')).toHaveLength(6);
    button('大家抱怨最多的是什么？')?.click();

    expect(store.ask).toHaveBeenCalledWith('大家抱怨最多的是什么？', { q: '续航' });
  });

  it('sends on Enter, trimmed, and empties the field', () => {
    type('  为什么？ ');
    expect(press('Enter').defaultPrevented).toBe(true);

    expect(store.ask).toHaveBeenCalledWith('为什么？', { q: '续航' });
    expect(textarea().value).toBe('');
  });

  it('starts a new line on Shift+Enter and leaves Enter to an open input method', () => {
    type('wei');
    expect(press('Enter', { shiftKey: true }).defaultPrevented).toBe(false);
    expect(press('Enter', { isComposing: true }).defaultPrevented).toBe(false);

    expect(store.ask).not.toHaveBeenCalled();
  });

  it('sends nothing that is empty', () => {
    type('  \n');
    press('Enter');

    expect(store.ask).not.toHaveBeenCalled();
    expect(button('发送')?.disabled).toBe(true);
  });

  it('keeps what is typed while an answer is under way, and stops that answer by button', () => {
    turns.set([newTurn(1, '一', {})]);
    busy.set(true);
    fixture.detectChanges();
    type('二');
    press('Enter');
    button('停止')?.click();

    expect(store.ask).not.toHaveBeenCalled();
    expect(textarea().value).toBe('二');
    expect(store.stop).toHaveBeenCalledTimes(1);
  });

  it('closes on Esc, but not on the Esc that drops a candidate of the input method', () => {
    press('Escape', { isComposing: true });
    expect(closed).not.toHaveBeenCalled();

    press('Escape');
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('lists the conversation as a log, asks again and clears', () => {
    turns.set([
      { ...newTurn(1, '一', {}), state: 'answered', answer: answer() },
      { ...newTurn(2, '二', {}), state: 'failed' },
    ]);
    fixture.detectChanges();
    expect(page().querySelectorAll('[role=log] ml-chat-turn')).toHaveLength(2);

    button('重新提问')?.click();
    expect(store.retry).toHaveBeenCalledWith(2);

    button('清空对话')?.click();
    expect(store.clear).toHaveBeenCalledTimes(1);
  });

  it('tells how many characters are left when few are', () => {
    type('字'.repeat(401));
    expect(page().querySelector('#chat-hint')?.textContent).toContain('99');
  });
});
