import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { HeldPermissions, LocaleStore, provideWords, ServerEvents } from '@moodline/shared/ui';
import { NEVER, of } from 'rxjs';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { SourcesClient } from '../sources.client';
import { RunsPage } from './runs-page';

@Component({ template: '' })
class Sources {}

describe('RunsPage', () => {
  const source = { id: 3, name: 'Reviews' };
  const run = {
    id: 8,
    trigger: 'import',
    status: 'done',
    startedAt: '2026-05-05T12:00:00Z',
    finishedAt: '2026-05-05T12:00:02Z',
    imported: 2,
    duplicates: 0,
    updated: 0,
    removed: 0,
    filtered: 0,
    rejected: 0,
    undated: 0,
    requests: 0,
    bytes: 0,
    notModified: false,
  };

  /** Undoes the only import of a source, after which `left` are the sources. */
  async function undone(left: object[]) {
    const client = {
      list: jest.fn(() => of([source])),
      runs: jest.fn(() => of({ items: [run], nextCursor: null })),
      undo: jest.fn(() => of({ ...run, mayComeAgain: false })),
    };
    TestBed.configureTestingModule({
      providers: [
        provideWords({ en, zh }),
        provideRouter([
          { path: 'sources', component: Sources },
          { path: 'sources/:id/runs', component: RunsPage },
        ]),
        { provide: SourcesClient, useValue: client },
        { provide: ServerEvents, useValue: { on: () => NEVER } },
        { provide: HeldPermissions, useValue: { has: () => true } },
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    const harness = await RouterTestingHarness.create('/sources/3/runs');
    await harness.fixture.whenStable();
    client.list.mockReturnValue(of(left as (typeof source)[]));
    client.runs.mockReturnValue(of({ items: [{ ...run, status: 'undone' }], nextCursor: null }));
    harness.routeNativeElement?.querySelector<HTMLButtonElement>('td button')?.click();
    await harness.fixture.whenStable();
    expect(client.undo).not.toHaveBeenCalled();
    const dialog = document.querySelector<HTMLElement>('ml-undo-run-dialog');
    expect(dialog?.textContent).toContain('2 comments in Reviews');
    const name = dialog?.querySelector('input') as HTMLInputElement;
    name.value = source.name;
    name.dispatchEvent(new Event('input'));
    await harness.fixture.whenStable();
    dialog?.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await harness.fixture.whenStable();
    await harness.fixture.whenStable();
    expect(client.undo).toHaveBeenCalledWith(8);
    return { url: TestBed.inject(Router).url, page: harness.routeNativeElement };
  }

  it('stays and shows the import as undone: the source and its history are there still', async () => {
    const { url, page } = await undone([source]);
    expect(url).toMatch(/^\/sources\/3\/runs/);
    expect(page?.querySelector('.status')?.textContent).toContain('Undone');
  });
});
