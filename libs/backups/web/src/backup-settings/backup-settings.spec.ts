import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Backups } from '@moodline/backups/contract';
import { HeldPermissions, LocaleStore, provideWords } from '@moodline/shared/ui';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { BackupSettings } from './backup-settings';

const state = (more: Partial<Backups> = {}): Backups => ({
  nightly: false,
  hour: 3,
  keep: 7,
  hasPassphrase: false,
  folder: '/srv/backups',
  running: false,
  finishedAt: null,
  problem: null,
  files: [],
  ...more,
});

describe('BackupSettings', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  async function shown(first: Backups | null, permissions: Parameters<HeldPermissions['set']>[0] = ['backups.write']) {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideWords({ en, zh })],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    TestBed.inject(HeldPermissions).set(permissions);
    const fixture = TestBed.createComponent(BackupSettings);
    const http = TestBed.inject(HttpTestingController);
    const host: HTMLElement = fixture.nativeElement;
    const settle = async (milliseconds = 0) => {
      await jest.advanceTimersByTimeAsync(milliseconds);
      TestBed.tick();
    };
    await settle();
    if (first) http.expectOne('/api/backups').flush(first);
    await settle();
    const enter = async (selector: string, value: string) => {
      const input = host.querySelector(selector) as HTMLInputElement;
      input.value = value;
      input.dispatchEvent(new Event('input'));
      input.dispatchEvent(new Event('blur'));
      await settle();
    };
    const click = async (selector: string) => {
      host.querySelector<HTMLElement>(selector)?.click();
      await settle();
    };
    return { host, http, settle, enter, click };
  }

  it('turns nights on with a passphrase of some length', async () => {
    const { host, http, enter, click, settle } = await shown(state());
    expect(host.textContent).toContain('There is no backup yet');
    await click('input[type=checkbox]');
    await enter('#backup-passphrase', 'short');
    await click('button[type=submit]');
    expect(host.textContent).toContain('at least 12 characters');
    await enter('#backup-passphrase', 'long enough words');
    await enter('#backup-keep', '14');
    await click('button[type=submit]');
    const request = http.expectOne({ method: 'PUT', url: '/api/backups/plan' });
    expect(request.request.body).toEqual({ nightly: true, hour: 3, keep: 14, passphrase: 'long enough words' });
    request.flush(state({ nightly: true, keep: 14, hasPassphrase: true }));
    await settle();
    expect(host.querySelector<HTMLInputElement>('#backup-passphrase')?.value).toBe('');
    expect(host.textContent).toContain('Leave this empty to keep it');
  });

  it.each(['0', '61', '1.5', ''])('does not keep %j backups', async (keep) => {
    const { host, http, enter, click } = await shown(state());
    await enter('#backup-keep', keep);
    await click('button[type=submit]');
    expect(host.textContent).toContain('from 1 to 60');
    http.expectNone({ method: 'PUT' });
  });

  it('makes one now, and shows it with its link once it is there', async () => {
    const { host, http, settle, click } = await shown(state({ hasPassphrase: true }));
    await click('button.button[type=button]');
    http.expectOne({ method: 'POST', url: '/api/backups' }).flush(state({ hasPassphrase: true, running: true }));
    await settle();
    expect(host.textContent).toContain('A backup is being made');
    await settle(2_000);
    const file = { name: 'moodline-20260503-030000.backup', bytes: 2_500_000, madeAt: '2026-05-03T03:00:00.000Z' };
    http.expectOne('/api/backups').flush(state({ hasPassphrase: true, finishedAt: file.madeAt, files: [file] }));
    await settle();
    expect(host.querySelector('a[download]')?.getAttribute('href')).toBe(`/api/backups/${file.name}/export`);
    expect(host.textContent).toContain('2.5 MB');
    await settle(10_000);
    http.expectNone('/api/backups');
  });

  it('says why the last one failed', async () => {
    const { host } = await shown(state({ problem: { code: 'backup-disk-full', message: 'x' } }));
    expect(host.querySelector('[role=alert]')?.textContent).toContain('is full. The former backups are kept');
  });

  it('says that the state could not be loaded, and loads it again', async () => {
    const { host, http, settle, click } = await shown(null);
    http.expectOne('/api/backups').flush({ code: 'internal', message: 'Broken' }, { status: 500, statusText: 'x' });
    await settle();
    expect(host.textContent).toContain('could not be loaded');
    await click('button');
    http.expectOne('/api/backups').flush(state());
    await settle();
    expect(host.textContent).toContain('There is no backup yet');
  });

  it('is not there for people who may not', async () => {
    const { host, http } = await shown(null, []);
    http.expectNone('/api/backups');
    expect(host.textContent?.trim()).toBe('');
  });
});
