import { recogniseColumns, type Clock } from './column-recognition';
import type { FileRecord, RecordReader } from './file-record';
import { withDanmaku } from './danmaku';
import { XmlElements } from './xml-elements';

/** Where the comments of an XML file stand. */
export interface XmlStructure {
  readonly element: string;
  readonly columns: readonly string[];
}

const SAMPLE = 100;
const COMMENTS = /comment|repl(?:y|ies)|review|message|post|tweet|feedback|sms|row|record/i;
/** What a site writes itself, in feeds and in exports of blogs. */
const ARTICLES = /^(?:item|entry|channel|feed|rss|thread|page|article)$/i;

/** Finds the element that is a comment: own words with a time of their own. Null where there is none, as in a feed of articles. */
export function findXmlComments(sample: string, clock: Clock): XmlStructure | null {
  const rows = new Map<string, Map<string, string>[]>();
  for (const { name, values: written } of new XmlElements(() => true).push(sample)) {
    const values = withDanmaku(written);
    if (values.size < 2 || ARTICLES.test(name)) continue;
    const list = rows.get(name) ?? [];
    if (list.length < SAMPLE) list.push(values);
    rows.set(name, list);
  }
  const judged = [...rows].flatMap(([element, values]) => {
    const columns = [...new Set(values.flatMap((row) => [...row.keys()]))].slice(0, 200);
    const { text, time } = recogniseColumns({ columns, rows: values, named: true }, {}, clock);
    if (!text || !time || time.borrowed) return [];
    return [
      { element, columns, score: (COMMENTS.test(element) ? 1_000_000 : 0) + values.length - columns.length / 1000 },
    ];
  });
  return judged.sort((a, b) => b.score - a.score)[0] ?? null;
}

/** The comments of an XML file, one element each. */
export class XmlRecords implements RecordReader {
  private readonly elements: XmlElements;

  constructor({ element }: XmlStructure) {
    this.elements = new XmlElements((name) => name === element);
  }

  push(text: string): FileRecord[] {
    return this.elements.push(text).map(({ line, values }) => ({ line, values: withDanmaku(values) }));
  }

  /** An element that is never closed is no comment. */
  end(): FileRecord[] {
    return [];
  }
}
