const OPENING = '“「『《';
const CLOSING = '”」』》';
const CITATION = /^\s*(?:[[【［]\s*F[\d\s,，、;F]*[\]】］]\s*)+/iu;
/** Nothing but citations, the last of which may not be written to its end. */
const OPEN_CITATIONS = /^\s*(?:[[【［][^\]】］]*[\]】］]\s*)*(?:[[【［][^\]】］]*)?$/u;

/**
 * Cuts a text that is still being written into sentences. A sentence takes the citations that stand behind its full stop
 * with it; a full stop within quotes or within a number ends nothing.
 */
export class SentenceReader {
  private pending = '';

  /** The sentence being written. */
  get draft(): string {
    return this.pending.trim();
  }

  /** Takes the next piece. @returns sentences that it finished */
  push(piece: string): string[] {
    this.pending += piece;
    return this.cut(false);
  }

  /** The text is over. @returns what is left, finished or not */
  end(): string[] {
    const finished = this.cut(true);
    const rest = this.draft;
    this.pending = '';
    return rest ? [...finished, rest] : finished;
  }

  private cut(over: boolean): string[] {
    const finished: string[] = [];
    for (let end = sentenceEnd(this.pending, over); end !== null; end = sentenceEnd(this.pending, over)) {
      finished.push(this.pending.slice(0, end).trim());
      this.pending = this.pending.slice(end);
    }
    return finished.filter(Boolean);
  }
}

/** Where the first sentence ends; null while that cannot be told. */
function sentenceEnd(text: string, over: boolean): number | null {
  let quotes = 0;
  let straight = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? '';
    if (OPENING.includes(character)) quotes++;
    if (CLOSING.includes(character)) quotes = Math.max(0, quotes - 1);
    if (character === '"') straight = !straight;
    const newLine = character === '\n';
    if (!newLine && (quotes > 0 || straight || !endsHere(text, index))) continue;
    const behind = text.slice(index + 1);
    // More citations may follow.
    if (!over && OPEN_CITATIONS.test(behind)) return null;
    return index + 1 + (CITATION.exec(behind)?.[0].length ?? 0);
  }
  return null;
}

function endsHere(text: string, index: number): boolean {
  if (/[。！？!?]/.test(text[index] ?? '')) return true;
  return text[index] === '.' && /^(?:\s|\[|$)/.test(text.slice(index + 1, index + 2));
}
