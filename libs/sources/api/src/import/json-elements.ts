import type { Place } from './json-places';

/** The text of one object, the place it stands at, and the line it begins on. */
export interface JsonElement {
  readonly line: number;
  readonly place: Place;
  readonly text: string;
  /** The object never ended. */
  readonly broken?: true;
}

/** Longest object in characters. */
const MAX_ELEMENT = 8_000_000;
/** Most characters that are kept of what stands around the objects. */
const MAX_REST = 1_000_000;

const CLOSING = /[\]}]/;

interface Level {
  readonly array: boolean;
  /** Key in the object above; empty at the top and within arrays. */
  readonly key: string;
  /** A list that ends where its first object was found, in what is kept of it. */
  cut: boolean;
}

/**
 * Finds the objects at given places in JSON that arrives in pieces, in constant memory. The objects themselves are not parsed here, so that
 * a broken one is one bad row.
 */
export class JsonElements {
  private readonly levels: Level[] = [];
  private line = 1;
  private inString = false;
  private escaped = false;
  /** Depth within the object that is being collected; 0 between objects. */
  private depth = 0;
  private collected = '';
  private startLine = 1;
  private place: Place = [];
  /** The string read last outside of objects: the key, when a colon follows. */
  private word = '';
  private kept: string | null = '';

  /** @param places none of them lies within another */
  constructor(private readonly places: readonly Place[]) {}

  /** What stands around the objects, which are null in it, and a list ends with its first one; null where that is too long. */
  get rest(): string | null {
    return this.kept;
  }

  push(text: string): JsonElement[] {
    const found: JsonElement[] = [];
    let start = this.depth ? 0 : -1;
    for (let at = 0; at < text.length; at++) {
      const char = text[at] ?? '';
      if (char === '\n') this.line++;
      if (this.inString) {
        if (!this.depth) this.keep(char);
        this.inText(char);
      } else if (this.depth) {
        if (this.within(char)) {
          found.push({ line: this.startLine, place: this.place, text: this.collected + text.slice(start, at + 1) });
          this.collected = '';
          start = -1;
        }
      } else if (this.outside(char)) {
        this.keepPlace();
        start = at;
      } else if (this.levels.length || CLOSING.test(char)) {
        this.keep(char);
      }
    }
    if (start >= 0) this.collected += text.slice(start);
    if (this.collected.length > MAX_ELEMENT) found.push(this.giveUp());
    return found;
  }

  end(): JsonElement[] {
    return this.depth ? [this.giveUp()] : [];
  }

  private inText(char: string): void {
    if (this.escaped) this.escaped = false;
    else if (char === '\\') this.escaped = true;
    else if (char === '"') this.inString = false;
    if (this.inString && !this.depth && this.word.length < 200) this.word += char;
  }

  /** @returns true when the object ends here */
  private within(char: string): boolean {
    if (char === '"') this.inString = true;
    else if (char === '{' || char === '[') this.depth++;
    else if (char === '}' || char === ']') this.depth--;
    return this.depth === 0;
  }

  /** @returns true when an object to collect begins here */
  private outside(char: string): boolean {
    if (char === '"') {
      this.inString = true;
      this.word = '';
    } else if (char === '{' || char === '[') {
      const above = this.levels.at(-1);
      this.levels.push({ array: char === '[', key: above?.array ? '' : this.word, cut: above?.cut ?? false });
      this.word = '';
      const place = char === '{' && this.places.find((wanted) => this.isAt(wanted));
      if (!place) return false;
      this.levels.pop();
      this.place = place;
      this.depth = 1;
      this.startLine = this.line;
      return true;
    } else if (char === '}' || char === ']') {
      this.levels.pop();
    }
    return false;
  }

  /** Each level but the top one is a step: an element of a list, or the value of a key. */
  private isAt(place: Place): boolean {
    if (this.levels.length !== place.length + 1) return false;
    return place.every((step, index) => {
      const above = this.levels[index];
      if (above?.array) return step === '[]';
      return step === '{}' || step === this.levels[index + 1]?.key;
    });
  }

  private keep(text: string): void {
    if (this.kept === null || this.levels.at(-1)?.cut) return;
    this.kept = this.kept.length < MAX_REST ? this.kept + text : null;
  }

  /** Keeps the place of an object, and of a list nothing more. */
  private keepPlace(): void {
    this.keep('null');
    const level = this.levels.at(-1);
    if (level?.array) level.cut = true;
  }

  private giveUp(): JsonElement {
    const element = { line: this.startLine, place: this.place, text: '', broken: true } as const;
    this.collected = '';
    this.depth = 0;
    this.inString = false;
    return element;
  }
}
