import { readKeyword, wordForms, type KeywordBox, type MonitorRules, type TextSpan } from '@moodline/comments/contract';
import { spellings } from '../search/spellings';
import { KeywordAutomaton, type Occurrence } from './keyword-automaton';
import { foldText, foldWithOffsets, type FoldedText, type FoldOptions } from './text-folding';
import { beginsWord, endsWord } from './word-boundary';

/** Rules under the id of their monitor. */
export interface MatchedMonitor {
  readonly id: number;
  readonly rules: MonitorRules;
}

/** What of a comment the rules look at. */
export interface MatchedComment {
  readonly text: string;
  readonly language: string;
  readonly sourceId: number;
}

/** A monitor that takes a comment, and where its keywords stand. */
export interface MonitorMatch {
  readonly monitorId: number;
  readonly spans: readonly TextSpan[];
}

interface Use {
  /** Place of the monitor in the list. */
  readonly monitor: number;
  readonly box: 'any' | 'all' | 'none';
  readonly word: string;
  readonly prefix: boolean;
  /** The keyword with its case or accents, where these have to be right. */
  readonly exact: { readonly text: string; readonly options: FoldOptions } | null;
}

/** What was found of one monitor in a text. */
interface Tally {
  readonly spans: TextSpan[];
  readonly all: Set<string>;
  any: boolean;
  none: boolean;
}

/** Tells which monitors take a comment: one pass over the text for all keywords of all of them. */
export class MonitorMatcher {
  private readonly uses = new Map<string, Use[]>();
  private readonly automaton: KeywordAutomaton;
  /** How many different keywords of `all` each monitor has. */
  private readonly required: readonly number[];

  constructor(private readonly monitors: readonly MatchedMonitor[]) {
    this.required = monitors.map(({ rules }, monitor) => {
      this.add(monitor, 'any', rules.any);
      this.add(monitor, 'none', rules.none);
      return this.add(monitor, 'all', rules.all);
    });
    this.automaton = new KeywordAutomaton(this.uses.keys());
  }

  match(comment: MatchedComment): MonitorMatch[] {
    const occurrences = this.automaton.find(foldText(comment.text));
    if (!occurrences.length) return [];
    const folded = foldWithOffsets(comment.text);
    const tallies = new Map<number, Tally>();
    for (const occurrence of occurrences) this.count(occurrence, folded, comment, tallies);
    const matches: MonitorMatch[] = [];
    for (const [monitor, tally] of tallies) {
      const rules = (this.monitors[monitor] as MatchedMonitor).rules;
      if (tally.none || tally.all.size < (this.required[monitor] ?? 0) || (rules.any.words.length && !tally.any))
        continue;
      matches.push({
        monitorId: (this.monitors[monitor] as MatchedMonitor).id,
        spans: tally.spans.sort((a, b) => a.start - b.start || b.end - a.end),
      });
    }
    return matches;
  }

  private count(
    occurrence: Occurrence,
    folded: FoldedText,
    comment: MatchedComment,
    tallies: Map<number, Tally>,
  ): void {
    const { keyword, begin, end } = occurrence;
    if (!beginsWord(folded.text, begin)) return;
    const complete = endsWord(folded.text, end);
    const from = folded.starts[begin] as number;
    const to = folded.ends[end - 1] as number;
    for (const use of this.uses.get(keyword) ?? []) {
      if (!complete && !use.prefix) continue;
      if (!this.concerns(use.monitor, comment)) continue;
      if (use.exact && !foldText(comment.text.slice(from, to), use.exact.options).includes(use.exact.text)) continue;
      const tally = tallies.get(use.monitor) ?? { spans: [], all: new Set<string>(), any: false, none: false };
      tallies.set(use.monitor, tally);
      if (use.box === 'none') tally.none = true;
      else tally.spans.push({ start: from, end: to, word: use.word });
      if (use.box === 'any') tally.any = true;
      if (use.box === 'all') tally.all.add(use.word);
    }
  }

  private concerns(monitor: number, { language, sourceId }: MatchedComment): boolean {
    const { languages, sources } = (this.monitors[monitor] as MatchedMonitor).rules;
    return (
      (!languages.length || languages.some((wanted) => wanted === language)) &&
      (!sources.length || sources.includes(sourceId))
    );
  }

  /** @returns how many different keywords were added */
  private add(
    monitor: number,
    box: Use['box'],
    { words, exactCase, exactAccents, wordForms: wordFormsWanted }: KeywordBox,
  ): number {
    const different = new Set(words);
    const options = { keepCase: exactCase, keepAccents: exactAccents };
    for (const word of different) {
      const keyword = readKeyword(word);
      if (typeof keyword === 'string') throw new Error(`A keyword that is none was stored: ${keyword}`);
      const forms = wordFormsWanted && !keyword.prefix ? wordForms(keyword.text) : [];
      const terms = [keyword, ...forms.map((text) => ({ text, prefix: false }))];
      for (const { text, prefix } of terms.flatMap((term) => spellings(term, options))) {
        const pattern = foldText(text).trim();
        const exact = exactCase || exactAccents ? { text: foldText(text, options).trim(), options } : null;
        this.uses.set(pattern, [...(this.uses.get(pattern) ?? []), { monitor, box, word, prefix, exact }]);
      }
    }
    return different.size;
  }
}

/** The different keywords that were found, in the order in which they stand in the text. */
export const wordsOf = (spans: readonly TextSpan[]): string[] => [...new Set(spans.map(({ word }) => word))];
