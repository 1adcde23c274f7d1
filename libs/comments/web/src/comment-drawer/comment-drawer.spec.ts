import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { filterWords } from '../filter/filter-words';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { CommentDrawer } from './comment-drawer';
import { CommentDrawerOpener } from './comment-drawer-opener';
import { COMMENT_DRAWER } from './comment-drawer-token';

@Component({ template: '' })
class Page {}

describe('CommentDrawer', () => {
  const dialog = () => document.querySelector<HTMLElement>('[role=dialog]');

  async function open(selection: Parameters<CommentDrawerOpener['open']>[0]) {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([{ path: '**', component: Page }]),
        provideWords({ en, zh }, filterWords),
        { provide: COMMENT_DRAWER, useValue: () => Promise.resolve(CommentDrawer) },
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    TestBed.inject(CommentDrawerOpener).open(selection, 'Negative on 5 May');
    await Promise.resolve();
    TestBed.tick();
    const request = TestBed.inject(HttpTestingController).expectOne((sent) => sent.url === '/api/comments');
    request.flush({ items: [], nextCursor: null, total: 0, totalCapped: false, slowSearch: false });
    await Promise.resolve();
    TestBed.tick();
    return request;
  }

  it('is a dialog with its title and what else the filter says', async () => {
    const request = await open({
      filter: { from: '2015-05-05', to: '2015-05-05', label: ['negative'], source: ['weibo'], q: 'battery' },
    });
    expect(request.request.urlWithParams).toBe(
      '/api/comments?from=2015-05-05&to=2015-05-05&label=negative&source=weibo&q=battery',
    );
    expect(dialog()?.getAttribute('aria-modal')).toBe('true');
    expect(document.getElementById(dialog()?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
      'Negative on 5 May',
    );
    expect(dialog()?.textContent).toContain('5 May 2015 · weibo · “battery”');
    expect(dialog()?.textContent).toContain('No comments here');
  });

  it('closes on Escape', async () => {
    await open({ ids: [4] });
    dialog()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true }));
    TestBed.tick();
    expect(dialog()).toBeNull();
  });

  it('closes when the page below it changes', async () => {
    await open({ ids: [4] });
    await TestBed.inject(Router).navigateByUrl('/sources');
    TestBed.tick();
    expect(dialog()).toBeNull();
  });
});
