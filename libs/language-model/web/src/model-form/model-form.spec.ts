import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import type { ChosenModel, ModelCheckResult } from '@moodline/language-model/contract';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { uiWords } from '@moodline/shared/ui/words';
import { Observable, of, throwError } from 'rxjs';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { ModelsClient } from '../models.client';
import { ModelsStore } from '../models-store';
import { bundled, server } from '../testing/model-fixtures';
import { ModelForm } from './model-form';

const result: ModelCheckResult = {
  model: 'qwen @ models.example.com',
  way: 'constrained',
  chooseMs: 812,
  comments: [
    { text: 'I love it', label: 'POSITIVE', probability: 0.9 },
    { text: '太差了', label: null, probability: null },
  ],
  firstPieceMs: 300,
  writeMs: 900,
  written: 'We are sorry.',
  leavesTo: 'models.example.com',
};

describe('ModelForm', () => {
  let client: { check: jest.Mock<Observable<ModelCheckResult>> };
  let store: { change: jest.Mock; download: jest.Mock };

  async function open(chosen: ChosenModel) {
    client = { check: jest.fn(() => of(result)) };
    store = { change: jest.fn(async () => undefined), download: jest.fn(async () => undefined) };
    TestBed.configureTestingModule({
      providers: [
        provideWords({ en, zh }, uiWords),
        { provide: ModelsClient, useValue: client },
        { provide: ModelsStore, useValue: store },
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    const fixture = TestBed.createComponent(ModelForm);
    fixture.componentRef.setInput('task', 'label');
    fixture.componentRef.setInput('chosen', chosen);
    const closed: boolean[] = [];
    fixture.componentInstance.closed.subscribe((changed) => closed.push(changed));
    await fixture.whenStable();
    const form: HTMLElement = fixture.nativeElement;
    const type = async (id: string, value: string) => {
      const input = form.querySelector<HTMLInputElement>(`#${id}`);
      if (!input) throw new Error(`There is no field ${id}`);
      input.value = value;
      input.dispatchEvent(new Event('input'));
      await fixture.whenStable();
    };
    const click = async (words: string) => {
      [...form.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === words)?.click();
      await fixture.whenStable();
    };
    const choose = async (kind: string) => {
      const choices = form.querySelectorAll<HTMLInputElement>('input[type="radio"]');
      choices[['bundled', 'hub', 'folder', 'server'].indexOf(kind)]?.click();
      await fixture.whenStable();
    };
    return { form, closed, type, click, choose };
  }

  it('stores a model of the hub', async () => {
    const { closed, type, click, choose } = await open(bundled);
    await choose('hub');
    await type('model-id', 'acme/tiny');
    await click('Use this model');
    expect(store.change).toHaveBeenCalledWith({
      label: { kind: 'hub', modelId: 'acme/tiny', dtype: 'q4', mirror: null },
    });
    expect(closed).toEqual([true]);
  });

  it('stores it for both tasks when that is wanted', async () => {
    const { form, click } = await open(server);
    form.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
    await click('Use this model');
    expect(store.change).toHaveBeenCalledWith({ label: server.choice, write: server.choice });
  });

  it('marks what cannot be right, and stores nothing', async () => {
    const { form, closed, type, click, choose } = await open(bundled);
    await choose('server');
    await type('model-url', 'models');
    await click('Use this model');
    expect(form.querySelector('#model-url')?.getAttribute('aria-invalid')).toBe('true');
    expect(form.textContent).toContain('Enter an address that begins with http:// or https://');
    expect(store.change).not.toHaveBeenCalled();
    expect(closed).toEqual([]);
  });

  it('warns before texts go to another machine, and not for this one', async () => {
    const { form, type } = await open(server);
    expect(form.querySelector('[role="note"]')?.textContent).toContain(
      'comments and questions are sent to models.example.com',
    );
    await type('model-url', 'http://localhost:11434/v1');
    expect(form.querySelector('[role="note"]')).toBeNull();
  });

  it('never shows a stored key, keeps it, or removes it', async () => {
    const { form, click } = await open(server);
    expect(form.querySelector<HTMLInputElement>('#model-key')?.value).toBe('');
    expect(form.textContent).toContain('A key is stored.');
    await click('Remove the stored key');
    await click('Use this model');
    expect(store.change).toHaveBeenCalledWith({ label: { ...server.choice, key: null } });
  });

  it('tries a model out and shows labels, times, and how it tells probabilities', async () => {
    const { form, click } = await open(server);
    await click('Try it out');
    expect(client.check).toHaveBeenCalledWith(server.choice);
    const text = form.querySelector('.result')?.textContent?.replace(/\s+/g, ' ') ?? '';
    expect(text).toContain('qwen @ models.example.com answers');
    expect(text).toContain('positive 90%');
    expect(text).toContain('no label');
    expect(text).toContain('Two labels in 812 ms');
    expect(text).toContain('counts as 90 %');
  });

  it('forgets the result when the settings change', async () => {
    const { form, type, click } = await open(server);
    await click('Try it out');
    await type('model-name', 'other');
    expect(form.querySelector('.result')).toBeNull();
  });

  it('shows what is wrong with the words of the server', async () => {
    const { form, click } = await open(server);
    const problem = {
      code: 'model-server-model',
      message: 'no',
      correlationId: 'x',
      details: { words: 'The model `qwen` does not exist' },
    };
    client.check.mockReturnValue(throwError(() => new HttpErrorResponse({ status: 503, error: problem })));
    await click('Try it out');
    expect(form.querySelector('[role="alert"]')?.textContent).toContain('knows neither this address nor this model');
    expect(form.querySelector('q')?.textContent).toBe('The model `qwen` does not exist');
  });

  it('offers to download a model that is to be tried and is not here', async () => {
    const { type, click, choose } = await open(bundled);
    client.check.mockReturnValue(
      throwError(
        () =>
          new HttpErrorResponse({
            status: 409,
            error: { code: 'model-not-downloaded', message: 'no', correlationId: 'x' },
          }),
      ),
    );
    await choose('hub');
    await type('model-id', 'acme/tiny');
    await click('Try it out');
    await click('Download it now');
    expect(store.download).toHaveBeenCalledWith({ modelId: 'acme/tiny', dtype: 'q4', mirror: null });
  });

  it('can stop a trial, and can be left', async () => {
    const { form, closed, click } = await open(server);
    let ended = false;
    client.check.mockReturnValue(new Observable<ModelCheckResult>(() => () => (ended = true)));
    await click('Try it out');
    expect(form.textContent).toContain('Trying out');
    await click('Stop');
    expect(ended).toBe(true);
    await click('Cancel');
    expect(closed).toEqual([false]);
  });
});
