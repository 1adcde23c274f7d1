import { SaxesParser } from 'saxes';

/** One element of a file: its attributes and the texts within it, by their path: `author.name`. */
export interface XmlElement {
  readonly name: string;
  /** The line on which it begins, from 1. */
  readonly line: number;
  readonly values: Map<string, string>;
}

interface Open {
  readonly name: string;
  readonly column: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  hasChildren: boolean;
  /** Set where the values of the element are collected. */
  readonly values: Map<string, string> | null;
}

const MAX_DEPTH = 30;
/** What is longer than a comment may be is cut off here; the row is refused for its length later. */
const MAX_TEXT = 300_000;

/** Cuts XML that arrives in pieces into its elements, inner ones before outer ones. What is wrong in it costs the element it stands in. */
export class XmlElements {
  private readonly parser = new SaxesParser();
  private readonly open: Open[] = [];
  private done: XmlElement[] = [];

  /** @param wanted whether elements of this name are collected */
  constructor(private readonly wanted: (name: string) => boolean) {
    this.parser.on('opentag', ({ name, attributes }) => this.start(name, attributes));
    this.parser.on('closetag', () => this.finish());
    this.parser.on('text', (text) => this.addText(text));
    this.parser.on('cdata', (text) => this.addText(text));
    // Exports have signs that XML forbids; the parser goes on behind them.
    this.parser.on('error', () => undefined);
  }

  push(text: string): XmlElement[] {
    this.parser.write(text);
    const { done } = this;
    this.done = [];
    return done;
  }

  private start(name: string, attributes: Readonly<Record<string, string>>): void {
    const parent = this.open.at(-1);
    if (parent) parent.hasChildren = true;
    const column = this.open.length < MAX_DEPTH ? localName(name) : '';
    const values = this.wanted(name) ? new Map<string, string>() : null;
    this.open.push({ name, column, line: this.parser.line, attributes, text: '', hasChildren: false, values });
  }

  private addText(text: string): void {
    const current = this.open.at(-1);
    if (current && current.text.length < MAX_TEXT) current.text += text;
  }

  private finish(): void {
    const element = this.open.pop();
    if (!element) return;
    const { name, line, values } = element;
    if (values) {
      for (const [key, value] of ownValues(element)) if (!values.get(key)) values.set(key, value);
      this.done.push({ name, line, values });
    }
    this.handUp(element);
  }

  /** Gives what stands in an element to those around it that are collected. */
  private handUp(element: Open): void {
    let path = element.column;
    for (let at = this.open.length - 1; at >= 0; at--) {
      const outer = this.open[at];
      if (!outer) return;
      const columns = leafValues(element, path);
      for (const [key, value] of columns) if (value && !outer.values?.get(key)) outer.values?.set(key, value);
      path = `${outer.column}.${path}`;
    }
  }
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** Attributes of the element itself, and its text where nothing else stands in it. */
function* ownValues({ attributes, text, hasChildren }: Open): Generator<[string, string]> {
  for (const [name, value] of Object.entries(attributes)) if (!name.startsWith('xmlns')) yield [localName(name), value];
  if (!hasChildren && text.trim()) yield ['text', text];
}

/** An element within another one: its text, or its attributes. One that has an id alone refers to something: `parent_id`. */
function* leafValues({ attributes, text, hasChildren }: Open, path: string): Generator<[string, string]> {
  if (!hasChildren && text.trim()) yield [path, text];
  for (const [name, value] of Object.entries(attributes))
    if (!name.startsWith('xmlns'))
      yield [localName(name) === 'id' ? `${path}_id` : `${path}.${localName(name)}`, value];
}
