import { computed, inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { SavedViews, SessionStore } from '@moodline/accounts/web';
import { FilterStore } from '@moodline/comments/web';
import { UI_LANGUAGE_NAMES, UI_LANGUAGES } from '@moodline/shared/i18n';
import { type IconName, LocaleStore, ThemeStore } from '@moodline/shared/ui';
import { AskPanel } from '../frame/ask-panel';
import { PAGES, SETTINGS_PAGES } from '../frame/pages';

/** Something that can be called by name. */
export interface Command {
  readonly id: string;
  readonly group: 'page' | 'action' | 'monitor' | 'source' | 'view' | 'search';
  readonly name: string;
  readonly icon: IconName;
  readonly run: () => void;
}

/** Everything the palette can do now, in the language of the moment. */
@Injectable({ providedIn: 'root' })
export class Commands {
  private readonly router = inject(Router);
  private readonly filters = inject(FilterStore);
  private readonly locale = inject(LocaleStore);
  private readonly theme = inject(ThemeStore);
  private readonly session = inject(SessionStore);
  private readonly ask = inject(AskPanel);
  private readonly views = inject(SavedViews);

  readonly all = computed<Command[]>(() => [
    ...this.pages(),
    ...this.savedViews(),
    ...this.actions(),
    ...this.monitors(),
    ...this.sources(),
  ]);

  /** Looks for what was typed in the comments of the filter. */
  search(query: string): Command[] {
    const q = query.trim();
    if (!q) return [];
    return [
      {
        id: 'search-comments',
        group: 'search',
        name: this.locale.translate('shell.action.searchComments', { query: q }),
        icon: 'search',
        run: () => void this.router.navigate(['/comments'], { queryParams: this.filters.queryParams({ q }) }),
      },
    ];
  }

  private pages(): Command[] {
    return [...PAGES, ...SETTINGS_PAGES].map(({ name, path, icon }) => ({
      id: `page-${name}`,
      group: 'page',
      name: this.locale.translate(`shell.page.${name}`),
      icon,
      run: () => void this.router.navigate([path], { queryParams: this.filters.queryParams() }),
    }));
  }

  private savedViews(): Command[] {
    return this.views.all().map(({ id, name, path }) => ({
      id: `view-${id}`,
      group: 'view',
      name,
      icon: 'overview',
      run: () => void this.router.navigateByUrl(path),
    }));
  }

  private actions(): Command[] {
    const action = (name: string, icon: IconName, run: () => void): Command => ({
      id: `action-${name}`,
      group: 'action',
      name: this.locale.translate(`shell.action.${name}`),
      icon,
      run,
    });
    return [
      action('ask', 'ask', () => this.ask.open()),
      action(
        'model',
        'settings',
        () => void this.router.navigate(['/settings/model'], { queryParams: this.filters.queryParams() }),
      ),
      action('clearFilter', 'filter', () => void this.filters.clear()),
      action('theme', 'theme', () => this.theme.toggle()),
      action('systemTheme', 'theme', () => this.theme.choose('system')),
      ...this.languages(),
      action('signOut', 'signOut', () => void this.signOut()),
    ];
  }

  private languages(): Command[] {
    return UI_LANGUAGES.filter((language) => language !== this.locale.language()).map((language) => ({
      id: `action-language-${language}`,
      group: 'action',
      name: this.locale.translate('shell.action.language', { language: UI_LANGUAGE_NAMES[language] }),
      icon: 'language',
      run: () => this.locale.setLanguage(language),
    }));
  }

  private monitors(): Command[] {
    return this.filters.monitors().map(({ id, name }) => ({
      id: `monitor-${id}`,
      group: 'monitor',
      name: this.locale.translate('shell.action.onlyMonitor', { monitor: name }),
      icon: 'monitors',
      run: () => void this.router.navigate(['/'], { queryParams: this.filters.queryParams({ monitor: id }) }),
    }));
  }

  private sources(): Command[] {
    return this.filters.sources().map(({ id, name }) => ({
      id: `source-${id}`,
      group: 'source',
      name: this.locale.translate('shell.action.onlySource', { source: name }),
      icon: 'sources',
      run: () => void this.router.navigate(['/'], { queryParams: this.filters.queryParams({ source: [String(id)] }) }),
    }));
  }

  private async signOut(): Promise<void> {
    await this.session.signOut();
    await this.router.navigate(['/sign-in']);
  }
}

/** Commands whose name holds every word of `query`, in any order; those that begin with it first. */
export function matchingCommands(commands: readonly Command[], query: string): Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const begins = (command: Command) => command.name.toLowerCase().startsWith(words[0] ?? '');
  return commands
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
    .sort((left, right) => Number(begins(right)) - Number(begins(left)));
}
