import { DOCUMENT } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { NavigationEnd, NavigationStart, Router, Scroll } from '@angular/router';
import { Subject } from 'rxjs';
import { ReturnToPlace } from './return-to-place';

describe('ReturnToPlace', () => {
  let events: Subject<unknown>;
  let listeners: Map<string, () => void>;
  let frames: (() => void)[];
  let now: number;
  let page: { scrollHeight: number };
  const scrollTo = jest.fn();

  beforeEach(() => {
    [events, listeners, frames, now, page] = [new Subject(), new Map(), [], 0, { scrollHeight: 1_764 }];
    scrollTo.mockClear();
    const view = {
      ...{ innerHeight: 900, scrollY: 864, scrollTo, document: { documentElement: page } },
      performance: { now: () => now },
      addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
      requestAnimationFrame: (frame: () => void) => frames.push(frame),
      cancelAnimationFrame: (id: number) => id && frames.splice(id - 1, 1, () => undefined),
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: Router, useValue: { events } },
        { provide: DOCUMENT, useValue: { ...document, defaultView: view, querySelectorAll: () => [] } },
      ],
    });
    TestBed.inject(ReturnToPlace);
  });

  const back = (top: number | null) =>
    events.next(new Scroll(new NavigationEnd(2, '/comments', '/comments'), top === null ? null : [0, top], null));
  const draw = () => frames.splice(0).forEach((frame) => frame());

  it('scrolls on once the list has its length', () => {
    back(8_412);
    draw();
    expect(scrollTo).not.toHaveBeenCalled();
    page.scrollHeight = 18_324;
    draw();
    expect(scrollTo).toHaveBeenCalledWith({ top: 8_412 });
    draw();
    expect(scrollTo).toHaveBeenCalledTimes(1);
  });

  it('goes as far as the page is long when it stays shorter', () => {
    back(8_412);
    now = 5_000;
    draw();
    expect(scrollTo).toHaveBeenCalledWith({ top: 8_412 });
  });

  it.each([
    ['moves', () => listeners.get('wheel')?.()],
    ['goes on to another page', () => events.next(new NavigationStart(3, '/themes'))],
  ])('leaves whoever %s where they are', (_, act) => {
    back(8_412);
    act();
    page.scrollHeight = 18_324;
    draw();
    expect(scrollTo).not.toHaveBeenCalled();
  });

  it('does nothing on a page that is come to anew', () => {
    back(null);
    expect(frames).toEqual([]);
  });
});
