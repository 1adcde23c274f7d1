import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { RemoveSourceDialog } from './remove-source-dialog';

describe('RemoveSourceDialog', () => {
  const close = jest.fn();

  async function shown(removeAt: string | null) {
    close.mockClear();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideWords({ en, zh }),
        { provide: DialogRef, useValue: { close } },
        { provide: DIALOG_DATA, useValue: { id: 3, name: '微博 <b>热评</b>', comments: 1234, removeAt } },
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    const fixture = TestBed.createComponent(RemoveSourceDialog);
    await fixture.whenStable();
    const host: HTMLElement = fixture.nativeElement;
    const type = async (text: string) => {
      const input = host.querySelector('input') as HTMLInputElement;
      input.value = text;
      input.dispatchEvent(new Event('input'));
      await fixture.whenStable();
    };
    return {
      host,
      type,
      http: TestBed.inject(HttpTestingController),
      submit: host.querySelector('button[type=submit]') as HTMLButtonElement,
    };
  }

  it('says how much goes, and that it can be kept for ten minutes', async () => {
    const { host, submit, http } = await shown(null);
    expect(host.textContent).toContain('1,234 comments');
    expect(host.textContent).toContain('in ten minutes');
    expect(host.querySelector('input')).toBeNull();
    submit.click();
    http.expectOne({ method: 'DELETE', url: '/api/sources/3?now=false' }).flush(null);
  });

  it('waits for the whole name where it goes for good', async () => {
    const { host, type, submit } = await shown('2026-05-03T08:10:00.000Z');
    expect(host.textContent).toContain('1,234 comments');
    expect(submit.disabled).toBe(true);
    await type('微博');
    expect(submit.disabled).toBe(true);
    await type(' 微博 <b>热评</b> ');
    expect(submit.disabled).toBe(false);
  });

  it('deletes once and closes with the name', async () => {
    const { type, submit, http } = await shown('2026-05-03T08:10:00.000Z');
    await type('微博 <b>热评</b>');
    submit.click();
    submit.click();
    http.expectOne({ method: 'DELETE', url: '/api/sources/3?now=true' }).flush(null);
    await Promise.resolve();
    await Promise.resolve();
    expect(close).toHaveBeenCalledWith('微博 <b>热评</b>');
  });
});
