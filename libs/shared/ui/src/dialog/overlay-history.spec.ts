import { Location } from '@angular/common';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { OverlayHistory } from './overlay-history';

@Component({ template: '' })
class Page {}

describe('OverlayHistory', () => {
  const settle = async () => {
    for (let turn = 0; turn < 4; turn++) await new Promise((done) => setTimeout(done));
  };

  async function at(url: string) {
    TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', component: Page }])] });
    TestBed.inject(Router).setUpLocationChangeListener();
    const overlays = TestBed.inject(OverlayHistory);
    await RouterTestingHarness.create(url);
    return { overlays, router: TestBed.inject(Router), location: TestBed.inject(Location) };
  }

  it('closes the last overlay when the person goes back, and stays on the page', async () => {
    const { overlays, router, location } = await at('/comments?q=battery');
    const closed: string[] = [];
    overlays.push({ name: 'comments', close: () => closed.push('comments') });
    await settle();
    overlays.push({ name: 'forget', close: () => closed.push('forget') });
    await settle();
    expect(router.url).toBe('/comments?q=battery&open=comments,forget');
    location.back();
    await settle();
    expect(closed).toEqual(['forget']);
    location.back();
    await settle();
    expect(closed).toEqual(['forget', 'comments']);
    expect(router.url).toBe('/comments?q=battery');
  });

  it('leaves no step behind when an overlay is closed by its button', async () => {
    const { overlays, router, location } = await at('/first');
    await router.navigateByUrl('/second');
    const leave = overlays.push({ name: 'filter', close: () => undefined });
    await settle();
    leave();
    await settle();
    expect(router.url).toBe('/second');
    location.back();
    await settle();
    expect(router.url).toBe('/first');
  });

  it('keeps what was changed in the address while it was open', async () => {
    const { overlays, router } = await at('/comments');
    const leave = overlays.push({ name: 'filter', close: () => undefined });
    await settle();
    await router.navigate([], { queryParams: { label: 'negative' }, queryParamsHandling: 'merge', replaceUrl: true });
    leave();
    await settle();
    expect(router.url).toBe('/comments?label=negative');
  });

  it('lets what closed it lead to another page', async () => {
    const { overlays, router } = await at('/comments');
    const leave = overlays.push({ name: 'palette', close: () => undefined });
    await settle();
    leave();
    void router.navigateByUrl('/quality');
    await settle();
    expect(router.url).toBe('/quality');
  });

  it('opens from the address what says how, with what it shows, and closes it on a page without it', async () => {
    const { overlays, router } = await at('/?open=comments&of=7');
    const opened: string[] = [];
    const closed: string[] = [];
    overlays.openFromAddress('comments', ({ of }) => {
      opened.push(of ?? '');
      overlays.push({ name: 'comments', close: () => closed.push('comments'), params: { of: of ?? '' } });
    });
    await settle();
    expect(opened).toEqual(['7']);
    expect(router.url).toBe('/?open=comments&of=7');
    await router.navigateByUrl('/sources');
    await settle();
    expect(closed).toEqual(['comments']);
    expect(opened).toEqual(['7']);
  });

  it('asks once for what takes a while to open', async () => {
    const { overlays, router } = await at('/?open=comments');
    let asked = 0;
    overlays.openFromAddress('comments', () => {
      asked++;
      setTimeout(() => overlays.push({ name: 'comments', close: () => undefined }), 5);
    });
    await settle();
    await router.navigate([], { queryParams: { q: 'battery' }, queryParamsHandling: 'merge' });
    await new Promise((done) => setTimeout(done, 20));
    await settle();
    expect(asked).toBe(1);
  });

  it('takes a panel beside the page along to the next page, and closes it on going back', async () => {
    const { overlays, router, location } = await at('/');
    const closed: string[] = [];
    overlays.push({ name: 'ask', close: () => closed.push('ask'), staysOnPages: true });
    await settle();
    await router.navigateByUrl('/comments');
    await settle();
    expect(router.url).toBe('/comments?open=ask');
    location.back();
    await settle();
    expect(closed).toEqual([]);
    location.back();
    await settle();
    expect(closed).toEqual(['ask']);
    expect(router.url).toBe('/');
  });
});
