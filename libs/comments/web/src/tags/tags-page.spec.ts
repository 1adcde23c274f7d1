import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Tag } from '@moodline/comments/contract';
import { HeldPermissions, LocaleStore, provideWords } from '@moodline/shared/ui';
import { uiWords } from '@moodline/shared/ui/words';
import { filterWords } from '../filter/filter-words';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { tagWords } from './tag-words';
import { TagsPage } from './tags-page';

const tag = (id: number, part: Partial<Tag> = {}): Tag => ({
  ...{
    id,
    name: `Tag ${id}`,
    color: 'red',
    threshold: 0.5,
    applyNew: false,
    applyStored: false,
    comments: 12,
    yes: 12,
    no: 0,
    given: 0,
  },
  ...part,
});

describe('TagsPage', () => {
  let http: HttpTestingController;

  async function shown(tags: Tag[]) {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        provideWords(uiWords, { en, zh }, filterWords, tagWords),
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    TestBed.inject(HeldPermissions).set(['labels.correct']);
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(TagsPage);
    TestBed.tick();
    http.expectOne('/api/tags').flush(tags);
    await fixture.whenStable();
    const host: HTMLElement = fixture.nativeElement;
    const button = (name: string, place = 0) =>
      [...host.querySelectorAll('button')].filter((one) => one.textContent?.trim() === name)[place];
    return { fixture, host, button, text: () => host.textContent?.replace(/\s+/g, ' ') ?? '' };
  }

  it('lists tags with how many comments have them, and leads to these', async () => {
    const { host, text } = await shown([tag(1), tag(2, { comments: 1 }), tag(3, { comments: 10_001 })]);
    expect(text()).toContain('12 comments');
    expect(text()).toContain('1 comment');
    expect(text()).toContain('More than 10,000 comments');
    const links = [...host.querySelectorAll('li:first-child a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/tags/1', '/comments?tag=1&period=all', '/tags/1']);
  });

  it('says which tags the machine gives', async () => {
    const { text } = await shown([tag(1, { applyNew: true })]);
    expect(text()).toContain('the machine tags, too');
    expect(text()).not.toContain('Teach it to the machine');
  });

  it('makes a tag', async () => {
    const { host, button } = await shown([]);
    const field = host.querySelector<HTMLInputElement>('#tag-name');
    if (field) field.value = ' Refunds ';
    button('Add tag')?.click();
    const request = http.expectOne({ method: 'POST', url: '/api/tags' });
    expect(request.request.body).toEqual({ name: 'Refunds', color: 'blue' });
  });

  it('removes a tag only after it has said from how many comments', async () => {
    const { fixture, button, text } = await shown([tag(1)]);
    button('Remove')?.click();
    await fixture.whenStable();
    http.expectNone({ method: 'DELETE', url: '/api/tags/1' });
    expect(text()).toContain('Remove the tag “Tag 1” from 12 comments?');
    button('Remove', 1)?.click();
    http.expectOne({ method: 'DELETE', url: '/api/tags/1' });
  });

  it('renames a tag, and says so where the name is taken', async () => {
    const { fixture, host, button, text } = await shown([tag(1), tag(2)]);
    button('Rename')?.click();
    await fixture.whenStable();
    const field = host.querySelector<HTMLInputElement>('.edit input');
    if (field) field.value = 'Tag 2';
    button('Save')?.click();
    const request = http.expectOne({ method: 'PATCH', url: '/api/tags/1' });
    expect(request.request.body).toEqual({ name: 'Tag 2' });
    const problem = { code: 'tag-name-taken', message: '', correlationId: 'x' };
    request.flush(problem, { status: 409, statusText: 'Conflict' });
    for (let turn = 0; turn < 4; turn++) await Promise.resolve();
    TestBed.tick();
    for (const list of http.match('/api/tags')) list.flush([tag(1), tag(2)]);
    await fixture.whenStable();
    expect(text()).toContain('There is a tag of this name already');
  });
});
