import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { SavedView } from '@moodline/accounts/contract';
import { DialogOpener, LocaleStore, provideWords } from '@moodline/shared/ui';
import { uiWords } from '@moodline/shared/ui/words';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { SessionStore } from '../session/session-store';
import { SavedViews } from './saved-views';
import { ViewList } from './view-list';

const view = (part: Partial<SavedView> = {}): SavedView => ({
  ...{ id: 1, name: 'Weibo week', path: '/?period=7d&source=1', shared: false, own: true, by: 'Lin' },
  ...part,
});

describe('saved views', () => {
  const session = signal({ user: { id: 7, start: { view: 1, path: '/' } } });
  const dialogs = { open: jest.fn() };
  let http: HttpTestingController;

  beforeEach(() => {
    dialogs.open.mockClear();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([{ path: '**', children: [] }]),
        provideWords(uiWords, { en, zh }),
        { provide: SessionStore, useValue: { session } },
        { provide: DialogOpener, useValue: dialogs },
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    http = TestBed.inject(HttpTestingController);
  });

  async function list(views: SavedView[]) {
    const fixture = TestBed.createComponent(ViewList);
    fixture.detectChanges();
    http.expectOne('/api/views').flush(views);
    await fixture.whenStable();
    return { fixture, root: fixture.nativeElement as HTMLElement };
  }

  it('lead to their pages; their names are words whatever stands in them', async () => {
    const { root } = await list([
      view({ name: '<img src=x>' }),
      view({ id: 2, own: false, by: 'Ada', name: 'Battery' }),
    ]);
    const links = [...root.querySelectorAll('a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/?period=7d&source=1', '/?period=7d&source=1']);
    expect(links[0]?.textContent?.trim()).toBe('<img src=x>');
    expect(links[1]?.title).toBe('Battery, saved by Ada');
  });

  it('are saved from the page in sight, without the dialogs over it', async () => {
    const { fixture } = await list([]);
    await TestBed.inject(Router).navigateByUrl('/themes?period=7d&open=ask#top');
    await fixture.componentInstance.save();
    expect(dialogs.open.mock.calls[0]?.[1]).toMatchObject({ data: { path: '/themes?period=7d' } });
  });

  it('become the start page, once, and stop being it', async () => {
    await list([view(), view({ id: 2 })]);
    const views = TestBed.inject(SavedViews);
    expect(views.start()).toBe(1);
    const changing = views.change(view({ id: 2 }), { shared: false, isStart: true });
    http.expectOne({ method: 'PUT', url: '/api/start-page' }).flush(null);
    await changing;
    expect(views.start()).toBe(2);
    const again = views.change(view({ id: 1 }), { shared: false, isStart: false });
    http.expectNone({ method: 'PUT', url: '/api/start-page' });
    await again;
    const removing = views.remove(2);
    http.expectOne({ method: 'DELETE', url: '/api/views/2' }).flush(null);
    await removing;
    expect(views.start()).toBeNull();
  });
});
