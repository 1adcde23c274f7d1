import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { ForgetDialog } from './forget-dialog';

const reach = (comments: number) => ({ comments, sources: [{ name: '微博 <b>', comments }] });

/** Lets what waits for an answer go on. */
const answered = () => new Promise((resolve) => setTimeout(resolve));

describe('ForgetDialog', () => {
  const close = jest.fn();

  async function shown(preview: object, language: 'en' | 'zh' = 'en') {
    close.mockClear();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideWords({ en, zh }),
        { provide: DialogRef, useValue: { close } },
        { provide: DIALOG_DATA, useValue: { id: 3 } },
      ],
    });
    TestBed.inject(LocaleStore).setLanguage(language);
    const fixture = TestBed.createComponent(ForgetDialog);
    await fixture.whenStable();
    const http = TestBed.inject(HttpTestingController);
    http.expectOne('/api/comments/3/forget').flush(preview);
    await answered();
    await fixture.whenStable();
    const host: HTMLElement = fixture.nativeElement;
    const type = async (text: string) => {
      const input = host.querySelector<HTMLInputElement>('#forget-word') as HTMLInputElement;
      input.value = text;
      input.dispatchEvent(new Event('input'));
      await fixture.whenStable();
    };
    return { host, http, type, submit: host.querySelector('button[type=submit]') as HTMLButtonElement };
  }

  it('says what would go and waits for the word', async () => {
    const { host, type, submit } = await shown({ author: reach(1234), text: reach(2) });
    expect(host.textContent).toContain('微博 <b>: 1,234');
    expect(submit.textContent).toContain('Forget 1,234 comments');
    expect(submit.disabled).toBe(true);
    await type('forge');
    expect(submit.disabled).toBe(true);
    await type(' forget ');
    expect(submit.disabled).toBe(false);
  });

  it('takes the Chinese word in Chinese', async () => {
    const { type, submit } = await shown({ author: reach(2), text: reach(2) }, 'zh');
    await type('FORGET');
    expect(submit.disabled).toBe(true);
    await type('忘记');
    expect(submit.disabled).toBe(false);
  });

  it('offers the text alone where there is no author, forgets once and closes with the count', async () => {
    const { host, type, submit, http } = await shown({ author: null, text: reach(1) });
    expect(host.querySelector<HTMLInputElement>('#scope-author')?.disabled).toBe(true);
    expect(submit.textContent).toContain('Forget 1 comment');
    await type('FORGET');
    submit.click();
    submit.click();
    const request = http.expectOne({ method: 'POST', url: '/api/comments/3/forget' });
    expect(request.request.body).toEqual({ scope: 'text' });
    request.flush({ erased: 1 });
    await answered();
    expect(close).toHaveBeenCalledWith(1);
  });
});
