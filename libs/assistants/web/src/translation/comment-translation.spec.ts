import { signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Translation } from '@moodline/assistants/contract';
import { ModelsStore } from '@moodline/language-model/web';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { CommentTranslation } from './comment-translation';
import { TranslationClient, type TranslationEvent } from './translation.client';

const asked = {
  ...{ role: 'translator-en', version: 1, kind: 'prompt', model: 'qwen-7b' },
  ...{ system: 'x', tokens: 9, milliseconds: 800 },
} as const;
const made = (more: Partial<Translation>): Translation => ({
  text: 'Nobody answers',
  from: 'zh',
  into: 'en',
  flaws: [],
  asked,
  ...more,
});

describe('CommentTranslation', () => {
  let fixture: ComponentFixture<CommentTranslation>;
  const page = () => fixture.nativeElement as HTMLElement;
  const text = () => (page().textContent ?? '').replace(/\s+/g, ' ').trim();
  const settle = async () => {
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };

  function show(
    comment: { language: string; text: string; erasedAt?: string },
    { kind = 'server', says = [] }: { kind?: string; says?: readonly TranslationEvent[] } = {},
  ) {
    const writer = { kind, leavesTo: kind === 'server' ? 'models.example:8000' : null };
    async function* translate() {
      yield* says;
    }
    TestBed.configureTestingModule({
      providers: [
        provideWords({ en, zh }),
        provideRouter([]),
        {
          provide: ModelsStore,
          useValue: { status: signal({ write: { inForce: writer } }), loadStatus: () => Promise.resolve() },
        },
        { provide: TranslationClient, useValue: { translate } },
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    fixture = TestBed.createComponent(CommentTranslation);
    fixture.componentRef.setInput('comment', { id: 7, erasedAt: null, ...comment });
    fixture.detectChanges();
  }

  it.each([
    ['is in the language of the interface', { language: 'en', text: 'Nobody answers' }],
    ['has no words', { language: 'und', text: '👍👍 !!' }],
    ['was erased', { language: 'zh', text: '', erasedAt: '2026-10-01' }],
  ])('offers nothing for a comment that %s', (_, comment) => {
    show(comment);
    expect(text()).toBe('');
  });

  it('says that the bundled model is too small, and where another is chosen', () => {
    show({ language: 'zh', text: '没有人回答' }, { kind: 'bundled' });
    expect(page().querySelector('button')).toBeNull();
    expect(text()).toContain('too small');
    expect(page().querySelector('a')?.getAttribute('href')).toBe('/settings/model');
  });

  it('shows the translation as text, by which model, and where the text went', async () => {
    show(
      { language: 'zh', text: '没有人回答' },
      { says: [{ piece: 'No' }, { translation: made({ text: '<b>No</b>' }) }] },
    );
    expect(text()).toContain('models.example:8000');
    page().querySelector('button')?.click();
    await settle();
    expect(page().querySelector('p.text')?.textContent).toBe('<b>No</b>');
    expect(page().querySelector('p.text')?.getAttribute('lang')).toBe('en');
    expect(text()).toContain('qwen-7b');
    expect(page().querySelector('button')?.textContent?.trim()).toBe('Translate again');
  });

  it('says that a number is missing, and shows nothing that is no translation', async () => {
    show(
      { language: 'zh', text: '没有人回答' },
      { says: [{ translation: made({ text: null, flaws: ['language', 'numbers'] }) }] },
    );
    page().querySelector('button')?.click();
    await settle();
    expect(page().querySelector('p.text')).toBeNull();
    expect(text()).toContain('did not translate');
    expect(text()).toContain('another language');
    expect(text()).toContain('A number of the comment is not in the translation');
  });

  it('forgets a translation when another comment is shown', async () => {
    show({ language: 'zh', text: '没有人回答' }, { says: [{ translation: made({}) }] });
    page().querySelector('button')?.click();
    await settle();
    expect(text()).toContain('Nobody answers');
    fixture.componentRef.setInput('comment', { id: 8, erasedAt: null, language: 'ja', text: '遅い' });
    fixture.detectChanges();
    expect(text()).not.toContain('Nobody answers');
  });
});
