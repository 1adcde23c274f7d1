import { signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { MatSnackBar } from '@angular/material/snack-bar';
import { CommentDrawerOpener } from '@moodline/comments/web';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { of, Subject } from 'rxjs';
import { ChatClient, type ChangedTheme } from '../chat.client';
import { chatWords } from '../chat.words';
import type { Conversation } from '../conversation/conversation';
import { ConversationStore } from '../conversation/conversation-store';
import { newTurn, type Turn } from '../conversation/turn';
import { answer } from '../testing/chat-fixtures';
import { ChatPanel } from './chat-panel';

describe('ChatPanel', () => {
  const turns = signal<readonly Turn[]>([]);
  const busy = signal(false);
  const conversations = signal<readonly Conversation[]>([]);
  const store = {
    ...{ turns, busy, conversations, current: signal(null) },
    ...{ ask: jest.fn(), askInstead: jest.fn(), retry: jest.fn(), stop: jest.fn(), start: jest.fn() },
    ...{ open: jest.fn(), rename: jest.fn(), remove: jest.fn(), rate: jest.fn() },
  };
  const themes = signal<readonly ChangedTheme[]>([]);
  const client = { changedThemes: jest.fn(() => of(themes())) };
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
    conversations.set([]);
    themes.set([]);
    client.changedThemes.mockImplementation(() => of(themes()));
    TestBed.configureTestingModule({
      providers: [
        provideWords(chatWords),
        { provide: CommentDrawerOpener, useValue: { open: jest.fn() } },
        { provide: ConversationStore, useValue: store },
        { provide: ChatClient, useValue: client },
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

  it('lists the conversation as a log, asks again and begins a new one', () => {
    turns.set([
      { ...newTurn(1, '一', {}), state: 'answered', answer: answer() },
      { ...newTurn(2, '二', {}), state: 'failed' },
    ]);
    fixture.detectChanges();
    expect(page().querySelectorAll('[role=log] ml-chat-turn')).toHaveLength(2);

    button('重新提问')?.click();
    expect(store.retry).toHaveBeenCalledWith(2);

    button('新对话')?.click();
    expect(store.start).toHaveBeenCalledTimes(1);
  });

  it('offers what changed most in the period of the page, and asks about the theme itself', async () => {
    themes.set([{ id: 4, name: '续航与电量' }]);
    fixture = TestBed.createComponent(ChatPanel);
    fixture.componentRef.setInput('filter', { from: '2026-05-01', to: '2026-05-31' });
    await fixture.whenStable();
    expect(page().querySelectorAll('.start li')).toHaveLength(7);
    button('关于续航与电量，大家怎么说？')?.click();
    expect(store.ask).toHaveBeenCalledWith(
      '关于续航与电量，大家怎么说？',
      { from: '2026-05-01', to: '2026-05-31' },
      expect.objectContaining({
        intent: 'topic',
        period: { from: '2026-05-01', to: '2026-05-31' },
        scope: expect.objectContaining({ theme: '续航与电量', topic: null }),
      }),
    );
  });

  it('changes a question and asks it in the place of the old one', () => {
    const turn: Turn = { ...newTurn(3, '旧问题', {}), state: 'answered', answer: answer() };
    turns.set([turn]);
    fixture.detectChanges();
    button('修改问题')?.click();
    fixture.detectChanges();
    expect(textarea().value).toBe('旧问题');
    type('新问题');
    press('Enter');
    expect(store.askInstead).toHaveBeenCalledWith(3, '新问题', { q: '续航' });
    expect(store.ask).not.toHaveBeenCalled();
  });

  it('opens, renames and removes conversations, and takes a removal back', () => {
    const restore = jest.fn();
    const undo = new Subject<void>();
    store.remove.mockReturnValue(restore);
    jest.spyOn(TestBed.inject(MatSnackBar), 'open').mockReturnValue({ onAction: () => undo } as never);
    conversations.set([{ id: 7, name: null, turns: [newTurn(1, '第一个问题', {})] }]);
    fixture.detectChanges();
    button('历史')?.click();
    fixture.detectChanges();
    button('重命名对话“第一个问题”')?.click();
    fixture.detectChanges();
    const field = page().querySelector('li .input') as HTMLInputElement;
    field.value = '危机';
    field.closest('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    expect(store.rename).toHaveBeenCalledWith(7, '危机');
    fixture.detectChanges();
    button('删除对话“第一个问题”')?.click();
    undo.next();
    expect(store.remove).toHaveBeenCalledWith(7);
    expect(restore).toHaveBeenCalledTimes(1);
    button('第一个问题')?.click();
    expect(store.open).toHaveBeenCalledWith(7);
  });

  it('tells how many characters are left when few are', () => {
    type('字'.repeat(401));
    expect(page().querySelector('#chat-hint')?.textContent).toContain('99');
  });
});
