import { crc32, deflateRawSync } from 'node:zlib';

/** A zip file of these files, deflated. @param lie what the sizes of the first file are said to be instead of the true one */
export function zipOf(files: Readonly<Record<string, string>>, lie?: number): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [index, [name, text]] of Object.entries(files).entries()) {
    const data = Buffer.from(text);
    const packed = deflateRawSync(data);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x0800, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(data), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(index === 0 && lie !== undefined ? lie : data.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), head, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), head, place, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from('504b0506', 'hex'), end]);
}

type Cell =
  string | number | boolean | { readonly date: number } | { readonly clock: number } | { readonly xml: string };

interface SpecSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[] | null)[];
  readonly hidden?: boolean;
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The files of a workbook as Excel writes them. Null rows are left out. */
export function workbookFiles(
  sheets: readonly SpecSheet[],
  more: { strings?: string; prolog?: string } = {},
): Record<string, string> {
  const strings: string[] = [];
  const cell = (value: Cell, column: number, row: number) => {
    const place = `r="${String.fromCharCode(65 + column)}${row}"`;
    if (typeof value === 'number') return `<c ${place}><v>${value}</v></c>`;
    if (typeof value === 'boolean') return `<c ${place} t="b"><v>${Number(value)}</v></c>`;
    if (typeof value === 'object' && 'xml' in value) return value.xml.replace('<c', `<c ${place}`);
    if (typeof value === 'object')
      return 'date' in value
        ? `<c ${place} s="1"><v>${value.date}</v></c>`
        : `<c ${place} s="2"><v>${value.clock}</v></c>`;
    strings.push(`<si><t xml:space="preserve">${escaped(value)}</t></si>`);
    return `<c ${place} t="s"><v>${strings.length - 1}</v></c>`;
  };
  const xml = sheets.map(({ rows }) => {
    const lines = rows.map((cells, index) =>
      cells
        ? `<row r="${index + 1}">${cells.map((value, column) => cell(value, column, index + 1)).join('')}</row>`
        : '',
    );
    return `${more.prolog ?? ''}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join('')}</sheetData></worksheet>`;
  });
  return {
    ...Object.fromEntries(xml.map((text, index) => [`xl/worksheets/sheet${index + 1}.xml`, text])),
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets.map(({ name, hidden }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${hidden ? ' state="hidden"' : ''}/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="20"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': more.strings ?? `<sst>${strings.join('')}</sst>`,
  };
}
