import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Role } from '@moodline/sentiment/contract';
import { RoleStore } from './role-store';

const words = { en: 'Labels', zh: '标注' };
const version = (number: number, system: string) => ({
  version: number,
  kind: 'prompt' as const,
  system,
  note: '',
  author: number > 1 ? 'Mei' : null,
  createdAt: number > 1 ? '2026-05-03T00:00:00.000Z' : null,
  evaluations: [],
});
const role = (activeVersion: number, versions: Role['versions']): Role => ({
  role: {
    name: 'label',
    title: words,
    purpose: words,
    answer: words,
    language: null,
    task: 'choose',
    options: [],
    sample: '',
    activeVersion,
    versions: versions.length,
    edited: activeVersion !== 1,
    rates: null,
    own: false,
  },
  versions,
  activations: [],
  model: { name: 'moodline-qwen-0.5b', heads: true },
});
const TWO = role(1, [version(2, 'Judge.'), version(1, 'Cold judge.')]);

describe('RoleStore', () => {
  let http: HttpTestingController;
  let store: RoleStore;

  const make = () => TestBed.runInInjectionContext(() => new RoleStore());
  const load = async (into = store, answer = TWO) => {
    const loading = into.load('label');
    http.expectOne('/api/roles/label').flush(answer);
    await loading;
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    http = TestBed.inject(HttpTestingController);
    store = make();
    await load();
  });
  afterEach(() => http.verify());

  it('shows the version in use at first', () => {
    expect(store.shown()?.version).toBe(1);
    expect(store.system()).toBe('Cold judge.');
    expect(store.showsUnsaved()).toBe(false);
  });

  it('takes a changed prompt for unsaved, and one that was changed back for the version it is', () => {
    store.write('Warm judge.');
    expect([store.showsUnsaved(), store.unsaved()?.base, store.system()]).toEqual([true, 1, 'Warm judge.']);
    store.write('Cold judge.');
    expect([store.showsUnsaved(), store.unsaved(), store.shown()?.version]).toEqual([false, null, 1]);
  });

  it('keeps what is written while one looks at versions, leaves the page and comes back', async () => {
    store.write('Warm judge.');
    store.choose(2);
    expect(store.system()).toBe('Judge.');
    store.chooseUnsaved();
    expect(store.system()).toBe('Warm judge.');
    const later = make();
    await load(later);
    expect([later.showsUnsaved(), later.system()]).toEqual([true, 'Warm judge.']);
    later.discardUnsaved();
    const last = make();
    await load(last);
    expect(last.showsUnsaved()).toBe(false);
  });

  it('does not turn the page back to what is written when the role is loaded again', async () => {
    store.write('Warm judge.');
    store.choose(2);
    await load();
    expect([store.showsUnsaved(), store.shown()?.version]).toEqual([false, 2]);
  });

  it('saves a draft, shows it, and leaves the one in use', async () => {
    store.write('Warm judge.');
    const saving = store.save('warmer');
    const sent = http.expectOne('/api/roles/label/versions');
    expect(sent.request.body).toEqual({ system: 'Warm judge.', note: 'warmer' });
    sent.flush({ version: 3 });
    await Promise.resolve();
    await Promise.resolve();
    http.expectOne('/api/roles/label').flush(role(1, [version(3, 'Warm judge.'), ...TWO.versions]));
    expect(await saving).toBe(3);
    expect([store.shown()?.version, store.active()?.version, store.unsaved()]).toEqual([3, 1, null]);
  });

  it('keeps what is written when it cannot be saved', async () => {
    store.write('Warm judge.');
    const saving = store.save('');
    http
      .expectOne('/api/roles/label/versions')
      .flush({ code: 'role-prompt-same', message: '', correlationId: '' }, { status: 409, statusText: 'Conflict' });
    await expect(saving).rejects.toMatchObject({ status: 409 });
    expect(store.system()).toBe('Warm judge.');
  });

  it('puts a version in use and tells which one was', async () => {
    const activating = store.activate(2, true);
    const sent = http.expectOne('/api/roles/label/activate');
    expect(sent.request.body).toEqual({ version: 2, confirmWithoutEvaluation: true });
    sent.flush(role(2, TWO.versions));
    expect(await activating).toBe(1);
    expect([store.active()?.version, store.shown()?.version]).toEqual([2, 2]);
  });

  it('says why a role could not be loaded', async () => {
    const loading = store.load('nobody');
    http
      .expectOne('/api/roles/nobody')
      .flush({ code: 'not-found', message: '', correlationId: '' }, { status: 404, statusText: 'Not Found' });
    await loading;
    expect(store.role()).toBeNull();
    expect(store.error()).toMatchObject({ status: 404 });
  });
});
