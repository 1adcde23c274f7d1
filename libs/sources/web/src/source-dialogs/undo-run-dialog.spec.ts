import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { TestBed } from '@angular/core/testing';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { UndoRunDialog, type UndoRunData } from './undo-run-dialog';

describe('UndoRunDialog', () => {
  const close = jest.fn();
  const data: UndoRunData = { source: 'Forum', comments: 1_234, fileName: 'old.csv', startedAt: null };

  async function shown(language: 'en' | 'zh' = 'en') {
    close.mockClear();
    TestBed.configureTestingModule({
      providers: [
        provideWords({ en, zh }),
        { provide: DialogRef, useValue: { close } },
        { provide: DIALOG_DATA, useValue: data },
      ],
    });
    TestBed.inject(LocaleStore).setLanguage(language);
    const fixture = TestBed.createComponent(UndoRunDialog);
    await fixture.whenStable();
    const host: HTMLElement = fixture.nativeElement;
    const type = async (text: string) => {
      const input = host.querySelector('input') as HTMLInputElement;
      input.value = text;
      input.dispatchEvent(new Event('input'));
      await fixture.whenStable();
    };
    return { host, type, submit: host.querySelector('button[type=submit]') as HTMLButtonElement };
  }

  it('says what goes and how much, and closes with yes once the name of the source was typed', async () => {
    const { host, type, submit } = await shown();
    expect(host.textContent).toContain('old.csv');
    expect(host.textContent).toContain('1,234 comments');
    submit.click();
    await type('Foru');
    expect([submit.disabled, close.mock.calls]).toEqual([true, []]);
    await type(' Forum ');
    submit.click();
    expect(close).toHaveBeenCalledWith(true);
  });

  it('takes nothing when it is left', async () => {
    const { host } = await shown('zh');
    expect(host.textContent).toContain('1,234 条评论');
    (host.querySelector('button[type=button]') as HTMLButtonElement).click();
    expect(close).toHaveBeenCalledWith();
  });
});
