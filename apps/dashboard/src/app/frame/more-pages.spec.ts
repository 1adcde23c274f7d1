import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { FilterStore } from '@moodline/comments/web';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { shellWords } from '../words/shell-words';
import { MorePages } from './more-pages';
import { NAVIGATION, ON_PHONES } from './pages';

describe('MorePages', () => {
  const further = NAVIGATION.slice(ON_PHONES);

  async function shown(address: string) {
    TestBed.configureTestingModule({
      providers: [
        provideWords(shellWords),
        provideRouter([{ path: '**', children: [] }]),
        { provide: FilterStore, useValue: { queryParams: () => ({ period: '7d' }) } },
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    const fixture = TestBed.createComponent(MorePages);
    fixture.componentRef.setInput('pages', further);
    await TestBed.inject(Router).navigateByUrl(address);
    fixture.detectChanges();
    return { fixture, trigger: (fixture.nativeElement as HTMLElement).querySelector('button') as HTMLButtonElement };
  }
  afterEach(() => document.querySelectorAll('.cdk-overlay-container').forEach((element) => element.remove()));

  it('opens the pages that have no place in the bar, with the filter as it is', async () => {
    const { fixture, trigger } = await shown('/');
    expect(trigger.textContent?.trim()).toBe('More');
    trigger.click();
    fixture.detectChanges();
    const links = [...document.querySelectorAll('.cdk-overlay-container a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(further.map(({ path }) => `${path}?period=7d`));
    expect(links.map((link) => link.textContent?.trim())).toContain('Sources');
  });

  it('has the name of the page that is shown, where it is one of them', async () => {
    const { trigger } = await shown('/sources/import?period=7d');
    expect(trigger.textContent?.trim()).toBe('Sources');
    expect(trigger.getAttribute('aria-current')).toBe('page');
  });

  it('has no other name on a page that stands in the bar', async () => {
    expect((await shown('/comments')).trigger.getAttribute('aria-current')).toBeNull();
  });
});
