import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { BinaryFileError, UnpackedTooLargeError } from './import.errors';
import { numberStyles, type NumberStyle } from './workbook-dates';
import { SheetRows } from './workbook-sheet';
import { readXml, type XmlNode } from './workbook-xml';
import { WorkbookArchive } from './workbook-archive';
import { fileAt, type StoredFile } from './stored-file';

/** A sheet of a workbook, unpacked: one JSON list of cells a line, each line a row. */
export interface Sheet {
  readonly name: string;
  readonly file: StoredFile;
}

/** The texts of all cells stand in one list, which is held in memory. In bytes of XML. */
const MAX_STRINGS = 300_000_000;
/** Bytes of XML of a sheet. */
const MAX_SHEET = 2_000_000_000;
const MAX_SHEETS = 50;

/**
 * Unpacks the visible sheets of an Excel workbook (.xlsx). Dates become dates, times of day clocks, rich text its words, formulas their
 * results. XML with a document type is refused, so that nothing outside of the file is ever read.
 * @throws BinaryFileError when it is another archive, UnpackedTooLargeError
 */
export async function unpackWorkbook(file: StoredFile, folder: string): Promise<Sheet[]> {
  const archive = await WorkbookArchive.open(file);
  try {
    return await new Workbook(archive, folder).unpack();
  } finally {
    archive.close();
  }
}

class Workbook {
  private readonly sheets: { name: string; target: string; id: string; hidden: boolean }[] = [];
  private readonly targets = new Map<string, string>();
  private readonly strings: string[] = [];
  private styles: readonly NumberStyle[] = [];
  private from1904 = false;

  constructor(
    private readonly archive: WorkbookArchive,
    private readonly folder: string,
  ) {}

  async unpack(): Promise<Sheet[]> {
    await this.readOutline();
    await this.readStrings();
    this.styles = this.archive.has('xl/styles.xml') ? numberStyles(await this.nodes('xl/styles.xml')) : [];
    const visible = this.sheets.filter(({ hidden }) => !hidden);
    const sheets: Sheet[] = [];
    for (const [index, { name, target }] of (visible.length ? visible : this.sheets).slice(0, MAX_SHEETS).entries())
      if (this.archive.has(target))
        sheets.push({ name, file: await this.writeRows(target, join(this.folder, `sheet-${index}`)) });
    if (!sheets.length) throw new BinaryFileError('a workbook without a sheet');
    return sheets;
  }

  private async readOutline(): Promise<void> {
    for (const { name, attributes } of await this.nodes('xl/_rels/workbook.xml.rels'))
      if (name === 'Relationship') this.targets.set(attributes.Id ?? '', targetOf(attributes.Target ?? ''));
    for (const { name, attributes } of await this.nodes('xl/workbook.xml')) {
      if (name === 'workbookPr') this.from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') continue;
      const id = attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const target = this.targets.get(id) ?? '';
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      this.sheets.push({ name: attributes.name ?? '', target, id, hidden });
    }
  }

  private nodes(path: string): Promise<XmlNode[]> {
    return readNodes(this.archive, path);
  }

  private async readStrings(): Promise<void> {
    const path = 'xl/sharedStrings.xml';
    if (!this.archive.has(path)) return;
    let text = '';
    let within = 0;
    await readXml(await this.archive.read(path, MAX_STRINGS), {
      open: (name) => {
        if (name === 'si') text = '';
        // The reading of a word (furigana) stands beside it and is no part of it.
        if (name === 't' || name === 'rPh') within += name === 't' ? 1 : 100;
      },
      close: (name) => {
        if (name === 't' || name === 'rPh') within -= name === 't' ? 1 : 100;
        if (name === 'si') this.strings.push(text);
      },
      text: (value) => {
        if (within === 1) text += value;
      },
    });
  }

  private async writeRows(target: string, path: string): Promise<StoredFile> {
    const rows = new SheetRows({ strings: this.strings, styles: this.styles, from1904: this.from1904 });
    const output = createWriteStream(path);
    try {
      await readXml(await this.archive.read(target, MAX_SHEET), rows, async () => {
        const lines = rows.take();
        if (lines && !output.write(lines)) await once(output, 'drain');
      });
    } finally {
      output.end();
      await once(output, 'close');
    }
    return fileAt(path);
  }
}

async function readNodes(archive: WorkbookArchive, path: string): Promise<XmlNode[]> {
  const nodes: XmlNode[] = [];
  if (!archive.has(path)) throw new BinaryFileError('a zip archive');
  await readXml(await archive.read(path, 50_000_000), {
    open: (name, attributes) => {
      if (nodes.length > 1_000_000) throw new UnpackedTooLargeError(MAX_STRINGS);
      nodes.push({ name, attributes });
    },
  });
  return nodes;
}

/** Targets are written from the folder of the workbook, or from the top. */
const targetOf = (target: string) => (target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
