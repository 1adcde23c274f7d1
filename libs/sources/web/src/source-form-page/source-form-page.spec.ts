import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import type { ConfigField, Source, SourceKind } from '@moodline/sources/contract';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { SourceFormPage } from './source-form-page';

@Component({ template: '' })
class Sources {}

const field = (part: Partial<ConfigField>): ConfigField => ({
  name: 'x',
  kind: 'text',
  label: { zh: '词', en: 'Words', ja: 'Words' },
  hint: null,
  placeholder: null,
  required: true,
  fallback: null,
  min: null,
  max: null,
  options: [],
  ...part,
});
const kind: SourceKind = {
  kind: 'forum',
  title: { zh: '论坛', en: 'Forum', ja: 'Forum' },
  about: { zh: '读论坛', en: 'Reads a forum.', ja: 'Reads a forum.' },
  terms: { zh: '条款', en: 'Be polite.', ja: 'Be polite.' },
  docs: null,
  fields: [
    field({ name: 'query' }),
    field({ name: 'key', kind: 'secret', label: { zh: '密钥', en: 'Key', ja: 'Key' } }),
  ],
  backfill: true,
  schedule: 'hourly',
};
const source: Source = {
  id: 3,
  kind: 'forum',
  name: 'Ours',
  url: null,
  movedTo: null,
  config: { query: 'battery' },
  secrets: ['key'],
  schedule: 'hourly',
  paused: false,
  pausedCode: null,
  pausedReason: null,
  failures: 0,
  nextRunAt: null,
  nextRuns: [],
  backfill: null,
  comments: 5,
  removeAt: null,
  lastRun: null,
};

describe('SourceFormPage', () => {
  async function shown(url: string) {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideWords({ en, zh }),
        provideRouter([
          { path: 'sources', component: Sources },
          { path: 'sources/add/:kind', component: SourceFormPage },
          { path: 'sources/:id/edit', component: SourceFormPage },
        ]),
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    const http = TestBed.inject(HttpTestingController);
    const harness = await RouterTestingHarness.create(url);
    http.expectOne('/api/sources/kinds').flush([kind]);
    for (const list of http.match({ method: 'GET', url: '/api/sources' })) list.flush([source]);
    await settled(harness, http);
    const host = harness.routeNativeElement as HTMLElement;
    const type = (id: string, text: string) => {
      const input = host.querySelector<HTMLInputElement>(`#${id}`) as HTMLInputElement;
      input.value = text;
      input.dispatchEvent(new Event('input'));
    };
    const press = (words: string) =>
      [...host.querySelectorAll<HTMLButtonElement>('button')]
        .find((button) => button.textContent?.trim() === words)
        ?.click();
    return { host, http, type, press, settle: () => settled(harness, http) };
  }

  /** The preview of the schedule is asked for by and by. */
  async function settled(harness: RouterTestingHarness, http: HttpTestingController) {
    for (let turn = 0; turn < 4; turn++) {
      harness.detectChanges();
      await new Promise((resolve) => setTimeout(resolve));
      for (const preview of http.match('/api/sources/schedule/preview'))
        if (!preview.cancelled) preview.flush({ nextRuns: ['2026-05-05T12:00:00Z'], timeZone: 'Asia/Shanghai' });
    }
  }

  it('says at each field what is missing, and sends nothing', async () => {
    const { host, http, press, settle } = await shown('/sources/add/forum');
    press('Add source');
    await settle();
    expect(host.querySelectorAll('.error')).toHaveLength(3);
    expect(document.activeElement?.id).toBe('field-query');
    http.verify();
  });

  it('takes the name from a test, and adds the source with its key', async () => {
    const { host, http, type, press, settle } = await shown('/sources/add/forum');
    type('field-query', 'battery');
    type('field-key', ' k1 ');
    await settle();
    press('Test');
    const check = http.expectOne('/api/sources/check');
    expect(check.request.body).toEqual({ kind: 'forum', config: { query: 'battery' }, secrets: { key: 'k1' } });
    check.flush({ title: 'The forum', items: 2, preview: [{ text: '<b>loud</b>', publishedAt: null }] });
    await settle();
    expect(host.querySelector('.rows')?.textContent).toContain('<b>loud</b>');
    press('Add source');
    const added = http.expectOne({ method: 'POST', url: '/api/sources' });
    expect(added.request.body).toEqual({
      kind: 'forum',
      name: 'The forum',
      config: { query: 'battery' },
      secrets: { key: 'k1' },
      schedule: 'hourly',
    });
    added.flush(source);
    await settle();
    expect(TestBed.inject(Router).url).toBe('/sources');
  });

  it('stops a test that takes too long, and forgets what was found when the settings change', async () => {
    const { host, http, type, press, settle } = await shown('/sources/add/forum');
    type('field-query', 'battery');
    type('field-key', 'k1');
    await settle();
    press('Test');
    await settle();
    const check = http.expectOne('/api/sources/check');
    press('Stop the test');
    expect(check.cancelled).toBe(true);
    await settle();
    press('Test');
    http.expectOne('/api/sources/check').flush({ title: null, items: null, preview: [] });
    await settle();
    expect(host.textContent).toContain('nothing to read at present');
    type('field-query', 'screen');
    await settle();
    expect(host.textContent).not.toContain('nothing to read at present');
  });

  it('never shows a key that is set, and leaves it out unless it is replaced', async () => {
    const { host, http, press, settle } = await shown('/sources/3/edit');
    expect(host.querySelector('input[type=password]')).toBeNull();
    expect(host.querySelector('.chip')?.textContent).toBe('Set');
    press('Save');
    const saved = http.expectOne({ method: 'PATCH', url: '/api/sources/3' });
    expect(saved.request.body).toEqual({ name: 'Ours', config: { query: 'battery' } });
    saved.flush(
      {
        code: 'invalid-input',
        message: 'no',
        correlationId: 'c',
        details: [{ field: 'config.query', message: 'This word is too common' }],
      },
      { status: 400, statusText: 'Bad' },
    );
    await settle();
    expect(host.querySelector('#field-query-problem')?.textContent).toBe('This word is too common');
  });
});
