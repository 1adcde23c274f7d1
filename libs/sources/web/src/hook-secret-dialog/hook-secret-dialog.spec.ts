import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { HookSecretDialog } from './hook-secret-dialog';

it('replaces the secret only when asked to, and shows address and secret', async () => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideWords({ en, zh }),
      { provide: DialogRef, useValue: { close: jest.fn() } },
      { provide: DIALOG_DATA, useValue: { id: 3, name: 'Shop' } },
    ],
  });
  TestBed.inject(LocaleStore).setLanguage('en');
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(HookSecretDialog);
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  http.expectNone('/api/sources/3/hook-secret');
  host.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
  http
    .expectOne({ method: 'POST', url: '/api/sources/3/hook-secret' })
    .flush({ address: 'https://mood.example/api/hooks/3', secret: 's3cret' });
  await new Promise((resolve) => setTimeout(resolve));
  await fixture.whenStable();
  expect([...host.querySelectorAll('input')].map(({ value }) => value)).toEqual([
    'https://mood.example/api/hooks/3',
    's3cret',
  ]);
  expect(host.querySelector('button[type=submit]')).toBeNull();
});
