import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ModelDownload } from '@moodline/language-model/contract';
import { ServerEvents } from '@moodline/shared/ui';
import { Subject } from 'rxjs';
import { ModelsStore } from './models-store';
import { away, download, ready, settings, status } from './testing/model-fixtures';

describe('ModelsStore', () => {
  const downloads = new Subject<ModelDownload>();
  const modelChanged = signal<object | null>(null);
  const connected = signal(true);
  let store: ModelsStore;
  let http: HttpTestingController;

  async function answer(body: unknown = status): Promise<void> {
    http.expectOne('/api/models/settings').flush(settings);
    http.expectOne('/api/models/status').flush(body as object);
    await Promise.resolve();
    await Promise.resolve();
  }

  beforeEach(async () => {
    modelChanged.set(null);
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: ServerEvents, useValue: { on: () => downloads, latest: () => modelChanged, connected } },
      ],
    });
    store = TestBed.inject(ModelsStore);
    http = TestBed.inject(HttpTestingController);
    TestBed.tick();
    void store.load();
    await answer();
  });
  afterEach(() => http.verify());

  it('knows settings and status', () => {
    expect(store.settings()).toEqual(settings);
    expect(store.status()).toEqual(status);
    expect(store.hosts()).toEqual([]);
  });

  it('loads again when another model does a task', async () => {
    modelChanged.set({});
    TestBed.tick();
    await answer({ ...status, label: away, write: away });
    expect(store.hosts()).toEqual(['models.example.com']);
  });

  it('follows a download by its news, and loads again only when it has ended', async () => {
    downloads.next(download);
    TestBed.tick();
    expect(store.downloads()).toEqual([download]);
    downloads.next({ ...download, receivedBytes: 200_000_000 });
    TestBed.tick();
    expect(store.downloads()[0]?.receivedBytes).toBe(200_000_000);
    downloads.next({ ...download, state: 'done' });
    TestBed.tick();
    await answer({ ...status, downloads: [{ ...download, state: 'done' }] });
    expect(store.downloads()).toEqual([{ ...download, state: 'done' }]);
  });

  it('asks for no settings where only what does the work is needed', async () => {
    void store.loadStatus();
    http.expectOne('/api/models/status').flush({ ...status, label: away });
    await Promise.resolve();
    expect(store.hosts()).toEqual(['models.example.com']);
  });

  it('keeps what it shows when loading again fails', async () => {
    void store.load();
    http.expectOne('/api/models/settings').flush({}, { status: 500, statusText: 'no' });
    http.expectOne('/api/models/status');
    await Promise.resolve();
    expect(store.error()).not.toBeNull();
    expect(store.status()).toEqual(status);
  });

  it('loads again after a change, and passes on why one failed', async () => {
    const changing = store.change({ write: { kind: 'bundled' } });
    const request = http.expectOne({ method: 'PUT', url: '/api/models/settings' });
    expect(request.request.body).toEqual({ write: { kind: 'bundled' } });
    request.flush(settings);
    await Promise.resolve();
    await Promise.resolve();
    await answer({ ...status, write: ready });
    await changing;
    const failing = store.change({ write: { kind: 'bundled' } });
    http.expectOne({ method: 'PUT', url: '/api/models/settings' }).flush({}, { status: 403, statusText: 'no' });
    await expect(failing).rejects.toMatchObject({ status: 403 });
  });
});
