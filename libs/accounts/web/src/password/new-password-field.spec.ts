import { TestBed } from '@angular/core/testing';
import { FormControl, Validators } from '@angular/forms';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { NewPasswordField } from './new-password-field';

describe('NewPasswordField', () => {
  function shown(language: 'en' | 'zh' = 'en') {
    TestBed.configureTestingModule({ providers: [provideWords({ en, zh })] });
    TestBed.inject(LocaleStore).setLanguage(language);
    const control = new FormControl('', { nonNullable: true, validators: [Validators.minLength(12)] });
    const fixture = TestBed.createComponent(NewPasswordField);
    fixture.componentRef.setInput('control', control);
    const host: HTMLElement = fixture.nativeElement;
    TestBed.tick();
    const input = host.querySelector('input') as HTMLInputElement;
    const type = (value: string) => {
      input.value = value;
      input.dispatchEvent(new Event('input'));
      TestBed.tick();
    };
    const meter = () => host.querySelector('.strength')?.textContent.trim() ?? null;
    const bars = () => host.querySelectorAll('.full').length;
    const heard = () => host.querySelector('[role=status]')?.textContent ?? null;
    return { control, host, input, type, meter, bars, heard };
  }

  it('says how strong a password is while it is typed, and nothing of none', () => {
    const { control, type, meter, bars } = shown();
    expect(meter()).toBeNull();
    type('kettle');
    expect([meter(), bars()]).toEqual(['Characters still needed: 6', 0]);
    type('password1234');
    expect([meter(), bars()]).toEqual(['Strength: none. Use other words', 0]);
    type('kettlebridge');
    expect([meter(), bars()]).toEqual([expect.stringContaining('Strength: low'), 1]);
    type('kettle bridge');
    expect([meter(), bars()]).toEqual([expect.stringContaining('Strength: fair'), 2]);
    type('kettle bridge violin');
    expect([meter(), bars()]).toEqual(['Strength: high', 3]);
    control.reset();
    TestBed.tick();
    expect(meter()).toBeNull();
  });

  it('is heard once for a strength, and not with each key', () => {
    const { type, heard } = shown();
    type('kettle');
    expect(heard()).toBe('');
    type('kettle bridge');
    expect(heard()).toContain('Strength: fair');
  });

  it('says what is wrong once it was left, also where the form marks it', () => {
    const { control, host, input, type } = shown();
    type('kettle');
    expect(host.querySelector('.error')).toBeNull();
    control.markAsTouched();
    TestBed.tick();
    expect(host.querySelector('.error')?.textContent).toContain('12 to 128');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(host.querySelector(`#${input.getAttribute('aria-describedby')}`)?.textContent).toContain('12 to 128');
  });

  it('is tied to its label and can be shown', () => {
    const { host, input } = shown('zh');
    expect(host.querySelector('label')?.htmlFor).toBe(input.id);
    host.querySelector('button')?.click();
    expect(input.type).toBe('text');
  });
});
