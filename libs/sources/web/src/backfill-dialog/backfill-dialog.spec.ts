import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import type { Backfill } from '@moodline/sources/contract';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { BackfillDialog } from './backfill-dialog';

const backfill = (part: Partial<Backfill> = {}): Backfill => ({
  ...{
    status: 'running',
    since: '2026-02-05T12:00:00Z',
    until: '2026-05-05T12:00:00Z',
    share: 0.25,
    rows: 1200,
    imported: 1000,
    duplicates: 200,
  },
  ...{ startedAt: '2026-05-05T12:00:00Z', finishedAt: null, waitsUntil: null, errorCode: null, errorMessage: null },
  ...part,
});

describe('BackfillDialog', () => {
  async function shown(now: Backfill | null) {
    const source = signal({ id: 3, name: 'Forum', backfill: now });
    const changed = jest.fn();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideWords({ en, zh }),
        { provide: DialogRef, useValue: { close: jest.fn() } },
        { provide: DIALOG_DATA, useValue: { source, changed } },
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    const fixture = TestBed.createComponent(BackfillDialog);
    await fixture.whenStable();
    const host: HTMLElement = fixture.nativeElement;
    const press = async (words: string) => {
      [...host.querySelectorAll('button')].find((button) => button.textContent?.trim() === words)?.click();
      await fixture.whenStable();
    };
    return { host, source, changed, press, fixture, http: TestBed.inject(HttpTestingController) };
  }

  it('starts one over the days that were chosen', async () => {
    const { press, http, changed, fixture } = await shown(null);
    await press('365 days');
    await press('Start backfill');
    const started = http.expectOne({ method: 'POST', url: '/api/sources/3/backfill' });
    expect(started.request.body).toEqual({ days: 365 });
    started.flush({});
    await fixture.whenStable();
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('sends nothing for a number of days that does not exist', async () => {
    const { host, press, http, fixture } = await shown(null);
    const days = host.querySelector('#backfill-days') as HTMLInputElement;
    days.value = '0';
    days.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    expect(days.getAttribute('aria-invalid')).toBe('true');
    await press('Start backfill');
    http.verify();
  });

  it('shows how far it is as it moves, and pauses and cancels it', async () => {
    const { host, source, press, http, fixture } = await shown(backfill());
    expect(host.textContent).toContain('25%');
    expect(host.textContent).toContain('1,200 read, 1,000 new, 200 known already');
    source.set({ id: 3, name: 'Forum', backfill: backfill({ share: 0.5 }) });
    await fixture.whenStable();
    expect(host.querySelector('progress')?.value).toBe(0.5);
    await press('Pause');
    const paused = http.expectOne({ method: 'PATCH', url: '/api/sources/3/backfill' });
    expect(paused.request.body).toEqual({ paused: true });
    paused.flush({});
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    await press('Cancel backfill');
    http.expectOne({ method: 'DELETE', url: '/api/sources/3/backfill' }).flush({});
  });

  it('says why it paused by itself, and lets it go on', async () => {
    const { host, press, http } = await shown(
      backfill({
        status: 'paused',
        errorCode: 'source-timed-out',
        errorMessage: 'forum.example did not answer in time.',
      }),
    );
    expect(host.querySelector('.problem')?.textContent).toContain('forum.example did not answer');
    await press('Go on');
    expect(http.expectOne({ method: 'PATCH', url: '/api/sources/3/backfill' }).request.body).toEqual({ paused: false });
  });
});
