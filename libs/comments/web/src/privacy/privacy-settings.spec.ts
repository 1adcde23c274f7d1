import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Privacy } from '@moodline/comments/contract';
import { HeldPermissions, LocaleStore, provideWords } from '@moodline/shared/ui';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { PrivacySettings } from './privacy-settings';

const state = (more: Partial<Privacy> = {}): Privacy => ({
  days: null,
  erased: 0,
  due: 0,
  forgotten: { authors: 0, texts: 0, comments: 0 },
  ...more,
});

describe('PrivacySettings', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  async function shown(first: Privacy, permissions: Parameters<HeldPermissions['set']>[0] = ['comments.forget']) {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideWords({ en, zh })],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    TestBed.inject(HeldPermissions).set(permissions);
    const fixture = TestBed.createComponent(PrivacySettings);
    const http = TestBed.inject(HttpTestingController);
    const host: HTMLElement = fixture.nativeElement;
    const settle = async (milliseconds = 0) => {
      await jest.advanceTimersByTimeAsync(milliseconds);
      TestBed.tick();
    };
    await settle();
    http.expectOne('/api/privacy').flush(first);
    await settle();
    const choose = async (value: string) => {
      const select = host.querySelector('select') as HTMLSelectElement;
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await settle(300);
    };
    const enter = async (selector: string, value: string) => {
      const input = host.querySelector(selector) as HTMLInputElement;
      input.value = value;
      input.dispatchEvent(new Event('input'));
      await settle(300);
    };
    return {
      host,
      http,
      settle,
      choose,
      enter,
      submit: () => host.querySelector<HTMLButtonElement>('button[type=submit]'),
    };
  }

  it('shows what would go before it applies, and erases only when the number was typed', async () => {
    const { host, http, settle, choose, enter, submit } = await shown(state());
    expect(submit()).toBeNull();
    await choose('90');
    http
      .expectOne('/api/privacy/retention/preview?days=90')
      .flush({ days: 90, comments: 1234, oldest: '2026-01-01T00:00:00Z', waiting: 3, kept: 20, estimated: false });
    await settle();
    expect(host.textContent).toContain('1,234 texts would be erased at once');
    expect(host.textContent).toContain('3 more wait for their label');
    expect(submit()?.disabled).toBe(true);
    await enter('#erase-count', '1234');
    submit()?.click();
    expect(http.expectOne({ method: 'PUT', url: '/api/privacy/retention' }).request.body).toEqual({ days: 90 });
  });

  it('says how far the erasing is, until it is through', async () => {
    const { host, http, settle } = await shown(state({ days: 30, due: 500 }));
    expect(host.textContent).toContain('Erasing: 500 texts to go');
    await settle(1_000);
    http.expectOne('/api/privacy').flush(state({ days: 30, erased: 900 }));
    await settle(3_000);
    expect(host.textContent).toContain('900 texts erased so far');
    http.expectNone('/api/privacy');
  });

  it('takes other numbers of days, from a week on', async () => {
    const { host, http, choose, enter, submit } = await shown(state());
    await choose('custom');
    await enter('#own-days', '6');
    expect(host.textContent).toContain('from 7 to 3650');
    expect(submit()).toBeNull();
    await enter('#own-days', '45');
    http.expectOne('/api/privacy/retention/preview?days=45');
  });

  it('turns retention off without further questions', async () => {
    const { http, choose, submit } = await shown(state({ days: 45 }));
    await choose('keep');
    submit()?.click();
    expect(http.expectOne({ method: 'PUT', url: '/api/privacy/retention' }).request.body).toEqual({ days: null });
  });

  it('can be read by everybody and changed by the owner', async () => {
    const { host } = await shown(state(), []);
    expect(host.querySelector('select')?.disabled).toBe(true);
    expect(host.textContent).toContain('Only the owner can change this');
  });
});
