import { HttpErrorResponse } from '@angular/common/http';
import { computed, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ModelDownload, ModelsStatus } from '@moodline/language-model/contract';
import { HeldPermissions, LocaleStore, provideWords } from '@moodline/shared/ui';
import { uiWords } from '@moodline/shared/ui/words';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { LeavingBadge } from '../leaving-badge/leaving-badge';
import { ModelsStore } from '../models-store';
import { away, download, ready, settings, status } from '../testing/model-fixtures';
import { ModelsPage } from './models-page';

describe('ModelsPage', () => {
  const shownStatus = signal<ModelsStatus | null>(null);
  const error = signal<unknown>(null);
  let store: { change: jest.Mock; cancelDownload: jest.Mock; load: jest.Mock; loadStatus: jest.Mock };

  async function open(given: ModelsStatus | null, { mayWrite = true, language = 'en' as 'en' | 'zh' } = {}) {
    shownStatus.set(given);
    const downloads = computed<readonly ModelDownload[]>(() => shownStatus()?.downloads ?? []);
    const hosts = computed(() => (shownStatus()?.label.inForce.leavesTo ? ['models.example.com'] : []));
    store = {
      change: jest.fn(async () => undefined),
      cancelDownload: jest.fn(async () => undefined),
      load: jest.fn(async () => undefined),
      loadStatus: jest.fn(async () => undefined),
    };
    TestBed.configureTestingModule({
      providers: [
        provideWords({ en, zh }, uiWords),
        provideRouter([]),
        {
          provide: ModelsStore,
          useValue: { ...store, settings: signal(settings), status: shownStatus, error, downloads, hosts },
        },
        { provide: HeldPermissions, useValue: { has: () => mayWrite } },
      ],
    });
    TestBed.inject(LocaleStore).setLanguage(language);
    const fixture = TestBed.createComponent(ModelsPage);
    await fixture.whenStable();
    const page: HTMLElement = fixture.nativeElement;
    const click = async (words: string) => {
      [...page.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === words)?.click();
      await fixture.whenStable();
    };
    return { page, click, text: () => page.textContent?.replace(/\s+/g, ' ') ?? '' };
  }

  beforeEach(() => error.set(null));

  it('shows the model of each task, and that texts stay here', async () => {
    const { page, text } = await open(status);
    expect([...page.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual([
      'Labelling',
      'Writing and questions',
    ]);
    expect(text()).toContain('moodline-qwen-0.5bBundled with Moodline');
    expect(text()).toContain('stay on this machine');
    expect(page.querySelector('[role="note"]')).toBeNull();
  });

  it('says visibly that data leave this machine, and to where', async () => {
    const { page } = await open({ ...status, label: away });
    expect(page.querySelector('[role="note"]')?.textContent).toContain(
      'Comments and questions are sent to models.example.com.',
    );
  });

  it('shows how far the download of the next model is, and that the present one goes on', async () => {
    const next = { kind: 'hub', model: 'acme/tiny q4', step: 'downloading', problem: null } as const;
    const { page, click, text } = await open({ ...status, label: { ...ready, next }, downloads: [download] });
    expect(page.querySelector('ml-task-model progress')?.getAttribute('value')).toBe('0.25');
    expect(text()).toContain('acme/tiny q4 is being downloaded. 120 / 480 MB · 4 MB/s');
    expect(text()).toContain('moodline-qwen-0.5b goes on until then.');
    await click('Cancel download');
    expect(store.cancelDownload).toHaveBeenCalledWith(3);
  });

  it.each([
    ['en', 'The hub has no model acme/none.', 'Try again'],
    ['zh', '模型库里没有这个模型。请检查拼写，区分大小写。', '再试一次'],
  ] as const)('says why a model could not take over (%s), and tries again', async (language, reason, again) => {
    const problem = { code: 'model-download-missing', message: 'The hub has no model acme/none.' };
    const { page, click } = await open(
      { ...status, label: { ...ready, next: { kind: 'hub', model: 'acme/none q4', step: 'failed', problem } } },
      { language },
    );
    expect(page.querySelector('[role="alert"]')?.textContent).toContain(reason);
    await click(again);
    expect(store.change).toHaveBeenCalledWith({ label: { kind: 'bundled' } });
  });

  it('opens the form below the task', async () => {
    const { page, click } = await open(status);
    await click('Choose another model');
    expect(page.querySelector('ml-model-form h2')?.textContent).toBe('Another model for labelling');
  });

  it('offers no change to those who may only read', async () => {
    const { page, text } = await open(status, { mayWrite: false });
    expect(page.querySelectorAll('button')).toHaveLength(0);
    expect(text()).toContain('Only the owner can choose another model.');
  });

  it('says that loading failed, and loads again', async () => {
    error.set(new HttpErrorResponse({ status: 0 }));
    const { page, click } = await open(null);
    expect(page.querySelector('[role="alert"]')?.textContent).toContain('The models could not be loaded');
    store.load.mockClear();
    await click('Try again');
    expect(store.load).toHaveBeenCalled();
  });

  it('has a badge that is there only while data leave', async () => {
    await open(status);
    const fixture = TestBed.createComponent(LeavingBadge);
    await fixture.whenStable();
    expect(fixture.nativeElement.textContent.trim()).toBe('');
    shownStatus.set({ ...status, label: away });
    await fixture.whenStable();
    const link: HTMLAnchorElement = fixture.nativeElement.querySelector('a');
    expect(link.textContent).toBe('Data leaves this machine: models.example.com');
    expect(link.title).toBe('Comments and questions are sent to models.example.com.');
    expect(link.getAttribute('href')).toBe('/settings/model');
  });
});
