import type { DraftOf } from '@moodline/narration/contract';
import type { Language } from '@moodline/shared/contract';
import { themeNameOf, type Board, type BoardTheme } from '@moodline/trends/api';
import type { ThemeClaim, ThemeLanguage, ThemeQuote } from '@moodline/trends/contract';
import { factMoment } from './fact-period';
import { wholeNet, wholeShare } from './mood-drafts';
import { quotable } from './quotable';
import { opens, type TellingOf } from './telling-of';

const NAME_LENGTH = 40;
/** Words of a claim that are said; the others go along with them. */
const CLAIM_WORDS = 2;
/** Comments under which a net mood is no level. */
const LEAST_FOR_NET = 10;

/** What a theme is called in a sentence. */
export const nameInText = (theme: BoardTheme['theme'], language: ThemeLanguage): string =>
  quotable(themeNameOf(theme, language), NAME_LENGTH);

/** A theme with its numbers; its comments open from it. */
export function themeDraft(
  of: TellingOf,
  { theme, total, before, rose, members }: BoardTheme,
  { language, board }: { readonly language: ThemeLanguage; readonly board: Board },
): DraftOf<'theme'> {
  const name = nameInText(theme, language);
  return {
    kind: 'theme',
    themeId: theme.id,
    name,
    value: total.n + total.unlabelled,
    unit: 'comments',
    n: total.n,
    before: before && before.n + before.unlabelled,
    positive: wholeShare(total.positive, total.n),
    negative: wholeShare(total.negative, total.n),
    net: wholeNet(total),
    netBefore: before && before.n >= LEAST_FOR_NET ? wholeNet(before) : null,
    rose: rose && factMoment(rose, board.filter.timeZone),
    period: of.period,
    scope: { ...of.scope, theme: name },
    direction: null,
    citations: opens(
      { ...of.filter, theme: theme.id },
      members.slice(0, 3).map(({ id }) => id),
    ),
  };
}

/** The points of the change that a theme explains; null where nothing is compared or it explains none. */
export function shareOfChangeDraft(
  of: TellingOf,
  { theme, points, total }: BoardTheme,
  { language, board }: { readonly language: ThemeLanguage; readonly board: Board },
): DraftOf<'share-of-change'> | null {
  if (!points || !board.change) return null;
  const name = nameInText(theme, language);
  return {
    kind: 'share-of-change',
    name,
    value: points,
    unit: 'points',
    n: total.n,
    total: board.change,
    percent: Math.round((100 * points) / board.change),
    period: of.period,
    scope: { ...of.scope, theme: name },
    direction: points > 0 ? 'up' : 'down',
    citations: opens({ ...of.filter, theme: theme.id }),
  };
}

/**
 * Words that several comments of a theme share, with the comment that stands for them: those are said that it has itself, because words of
 * other languages go along with them. Null where it has none as they are written.
 */
export function claimDraft(
  of: TellingOf,
  claim: ThemeClaim,
  theme: { readonly name: string; readonly n: number },
): DraftOf<'claim'> | null {
  const quoted = claim.quote.text.toLowerCase();
  const words = claim.words.filter((word) => quoted.includes(word));
  if (!words.length) return null;
  return {
    kind: 'claim',
    theme: theme.name,
    words: words.slice(0, CLAIM_WORDS).map((word) => quotable(word, NAME_LENGTH)),
    text: quotable(claim.quote.text),
    label: claim.label,
    value: claim.n,
    unit: 'comments',
    n: theme.n,
    period: of.period,
    scope: { ...of.scope, theme: theme.name },
    direction: null,
    citations: opens(claim.filter, [claim.quote.commentId]),
  };
}

/** One comment in its own words. */
export function quoteDraft(
  of: TellingOf,
  quote: ThemeQuote & { readonly language: Language },
  about: string | null,
): DraftOf<'quote'> {
  return {
    kind: 'quote',
    commentId: quote.commentId,
    text: quotable(quote.text),
    label: quote.label,
    language: quote.language,
    source: quote.source && quotable(quote.source, NAME_LENGTH),
    about,
    value: quote.engagement,
    unit: 'comments',
    n: 1,
    period: of.period,
    scope: { ...of.scope, theme: about },
    direction: null,
    citations: { commentIds: [quote.commentId], filter: null },
  };
}
