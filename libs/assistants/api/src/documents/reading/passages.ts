import type { Passage } from '@moodline/assistants/contract';
import type { Block } from './block';
import { sentencesIn } from './sentences';

export type SplitPassage = Omit<Passage, 'place'>;

/** Width of a text in signs of Latin letters: one of Chinese or Japanese says as much as two or three of them. */
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const widthOf = (text: string) => text.length + (text.match(CJK)?.length ?? 0);

/** A passage grows to about this width, and is never wider than the second. */
const FULL = 700;
const WIDEST = 1_400;
const LONGEST_HEADING = 300;

/** Puts neighbouring blocks of one page and heading together, and takes long ones apart between sentences. */
export function splitPassages(blocks: readonly Block[]): SplitPassage[] {
  const passages: { page: number | null; heading: string; text: string }[] = [];
  for (const { page, heading: whole, text } of blocks) {
    const heading = whole.slice(0, LONGEST_HEADING).toWellFormed();
    for (const piece of pieces(text)) {
      const last = passages.at(-1);
      const joins = last && last.page === page && last.heading === heading;
      if (joins && widthOf(last.text) + widthOf(piece) <= FULL) last.text += `\n${piece}`;
      else passages.push({ page, heading, text: piece });
    }
  }
  return passages;
}

function pieces(text: string): string[] {
  if (widthOf(text) <= WIDEST) return [text];
  const found: string[] = [];
  for (const sentence of sentencesIn(text).flatMap(cut)) {
    const last = found.at(-1);
    const space = widthOf(sentence.slice(0, 1)) > 1 ? '' : ' ';
    if (last !== undefined && widthOf(last) + widthOf(sentence) <= FULL)
      found[found.length - 1] = last + space + sentence;
    else found.push(sentence);
  }
  return found;
}

/** Something without an end for long, as a table without lines, is cut where it is full. */
function cut(sentence: string): string[] {
  if (widthOf(sentence) <= WIDEST) return [sentence];
  const signs = [...sentence];
  const parts: string[] = [];
  for (let at = 0; at < signs.length; at += FULL / 2)
    parts.push(
      signs
        .slice(at, at + FULL / 2)
        .join('')
        .trim(),
    );
  return parts.filter(Boolean);
}
