import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { SecondFactorState } from '@moodline/accounts/contract';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { SecondFactorSettings } from './second-factor-settings';

const PATH = '/api/account/second-factor';
const OFF: SecondFactorState = { on: false, since: null, recoveryCodesLeft: 0 };
const SETUP = { secret: 'MZXW6', uri: 'otpauth://totp/x', qr: { size: 29, path: 'M4 4h1v1h-1z' } };

describe('SecondFactorSettings', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  async function shown(state: SecondFactorState, hasPassword = true) {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideWords({ en, zh })],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    const fixture = TestBed.createComponent(SecondFactorSettings);
    fixture.componentRef.setInput('hasPassword', hasPassword);
    const http = TestBed.inject(HttpTestingController);
    const host: HTMLElement = fixture.nativeElement;
    const settle = async () => {
      await jest.advanceTimersByTimeAsync(0);
      TestBed.tick();
    };
    await settle();
    http.expectOne(PATH).flush(state);
    await settle();
    const enter = async (selector: string, value: string) => {
      const input = host.querySelector(selector) as HTMLInputElement;
      input.value = value;
      input.dispatchEvent(new Event('input'));
      await settle();
    };
    const submit = async () => {
      host.querySelector('form')?.dispatchEvent(new Event('submit'));
      await settle();
    };
    return { host, http, enter, submit, settle };
  }

  it('asks for the password, shows a picture, and shows the recovery codes once a code was right', async () => {
    const { host, http, enter, submit, settle } = await shown(OFF);
    await submit();
    http.expectNone(PATH);
    await enter('input[type=password]', 'a long way home');
    await submit();
    const begun = http.expectOne(PATH);
    expect(begun.request.body).toEqual({ currentPassword: 'a long way home' });
    begun.flush(SETUP);
    await settle();
    http.expectOne(PATH).flush(OFF);
    await settle();
    expect(host.querySelector('svg')?.getAttribute('viewBox')).toBe('0 0 29 29');
    expect(host.querySelector('path')?.getAttribute('d')).toBe(SETUP.qr.path);
    expect(host.textContent).toContain('MZXW6');
    await enter('#confirm-code', '123 456');
    await submit();
    http.expectOne(`${PATH}/confirm`).flush({ recoveryCodes: ['ABCD-EFGH-IJKL-MNOP'] });
    await settle();
    http.expectOne(PATH).flush({ on: true, since: '2026-11-27T00:00:00Z', recoveryCodesLeft: 10 });
    await settle();
    expect(host.textContent).toContain('ABCD-EFGH-IJKL-MNOP');
    expect(host.querySelector('svg')).toBeNull();
    expect(host.textContent).toContain('10 recovery codes left');
  });

  it('says what the server says, and stays where it is', async () => {
    const { host, http, enter, submit, settle } = await shown(OFF);
    await enter('input[type=password]', 'wrong');
    await submit();
    const problem = { code: 'current-password', message: '', correlationId: 'x' };
    http.expectOne(PATH).flush(problem, { status: 400, statusText: '' });
    await settle();
    expect(host.querySelector('[role=alert]')?.textContent).toContain('current password');
    expect(host.querySelector('svg')).toBeNull();
  });

  it('comes after a password', async () => {
    const { host } = await shown(OFF, false);
    expect(host.querySelector('form')).toBeNull();
    expect(host.textContent).toContain('Set a password first');
  });

  it('is turned off with the password', async () => {
    const { http, enter, submit, settle } = await shown({
      on: true,
      since: '2026-11-27T00:00:00Z',
      recoveryCodesLeft: 3,
    });
    await enter('input[type=password]', 'a long way home');
    await submit();
    http.expectOne(`${PATH}/off`).flush(null, { status: 204, statusText: '' });
    await settle();
    http.expectOne(PATH).flush(OFF);
  });
});
