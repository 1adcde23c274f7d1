import { DOCUMENT } from '@angular/common';
import { computed, inject, Injectable, signal } from '@angular/core';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const STORAGE_KEY = 'moodline.theme';

/** Light or dark: the system's wish until a person chooses, then remembered in this browser. */
@Injectable({ providedIn: 'root' })
export class ThemeStore {
  private readonly document = inject(DOCUMENT);
  private readonly systemDark = this.document.defaultView?.matchMedia?.('(prefers-color-scheme: dark)');
  private readonly systemIsDark = signal(this.systemDark?.matches ?? false);
  private readonly chosen = signal(this.remembered());

  readonly choice = this.chosen.asReadonly();
  /** What is on the screen now. Charts depend on it to draw themselves again. */
  readonly shown = computed<'light' | 'dark'>(() => {
    const choice = this.chosen();
    if (choice !== 'system') return choice;
    return this.systemIsDark() ? 'dark' : 'light';
  });

  constructor() {
    this.systemDark?.addEventListener('change', (event) => this.systemIsDark.set(event.matches));
    this.apply();
  }

  choose(theme: Theme): void {
    this.document.defaultView?.localStorage.setItem(STORAGE_KEY, theme);
    this.chosen.set(theme);
    this.apply();
  }

  /** To the other of light and dark. */
  toggle(): void {
    this.choose(this.shown() === 'dark' ? 'light' : 'dark');
  }

  private apply(): void {
    const root = this.document.documentElement;
    if (this.chosen() === 'system') root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', this.chosen());
  }

  private remembered(): Theme {
    const stored = this.document.defaultView?.localStorage.getItem(STORAGE_KEY);
    return THEMES.find((theme) => theme === stored) ?? 'system';
  }
}
