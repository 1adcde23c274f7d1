import { Injectable } from '@nestjs/common';
import { LanguageModel, RolePrompts } from '@moodline/language-model/api';
import { factText, nameTheme, ThemeFinder, THEMES_ROLE, type Theme, type ThemeQuestion } from '@moodline/trends/api';
import type { FactSheet } from './fact-sheet';

const NAME_TOKENS = 24;

export type NamedTheme = Theme & { readonly name: string };

/** Finds themes and gives them names, for answers as for tables. */
@Injectable()
export class ThemeFacts {
  constructor(
    private readonly themes: ThemeFinder,
    private readonly model: LanguageModel,
    private readonly roles: RolePrompts,
  ) {}

  async named(question: ThemeQuestion, signal: AbortSignal): Promise<NamedTheme[]> {
    const named: NamedTheme[] = [];
    for (const theme of await this.themes.find(question)) {
      const name = await nameTheme(
        { group: theme, mood: question.mood, language: question.language },
        async (language, comments) => {
          const role = await this.roles.active(question.filter.workspaceId, THEMES_ROLE[language]);
          const { text } = await this.model.write({
            role,
            input: comments,
            maxTokens: NAME_TOKENS,
            priority: 'interactive',
            signal,
          });
          return text;
        },
      );
      named.push({ ...theme, name });
    }
    return named;
  }
}

/** `rising theme | 续航变差 | 96 comments | 91% negative`, and a comment of the first theme in its own words. */
export function addThemes(
  sheet: FactSheet,
  themes: readonly NamedTheme[],
  { kind, mood }: { kind: 'rising theme' | 'theme'; mood: 'positive' | 'negative' },
): void {
  for (const { name, n, share, examples } of themes) {
    sheet.add([kind, factText(name, 40), `${n} comments`, `${share}% ${mood}`].join(' | '), {
      commentIds: examples.map(({ id }) => id),
    });
  }
  const quoted = themes[0]?.examples[0];
  if (quoted) addQuote(sheet, quoted);
}

/** `quote | #1182 | "the battery no longer lasts a day"` */
export function addQuote(sheet: FactSheet, { id, text }: { readonly id: number; readonly text: string }): void {
  sheet.add(`quote | #${id} | "${factText(text)}"`, { commentIds: [id] });
}
