import { deflateRawSync } from 'node:zlib';
import { encode } from 'iconv-lite';
import { documentFile, pdfOf } from '../testing/document-files';
import { zipOf } from '@moodline/shared/testing';
import { readDocument } from './document-reading';

const SOURCE = `# Returns

Goods can be sent back within 30 days. The customer pays.

---
## Repairs

A repair takes 15 working days. 保修期为两年。`;

const refusal = async (bytes: Buffer | string, name: string) =>
  readDocument(Buffer.from(bytes), name).then(
    ({ passages }) => passages,
    ({ code, message }: { code: string; message: string }) => [code, message],
  );
const word = (xml: string, more: Parameters<typeof zipOf>[0] = []) =>
  zipOf([{ name: 'word/document.xml', bytes: Buffer.from(xml) }, ...more]);

describe('reading a document', () => {
  it.each([
    ['a.pdf.txt', 'pdf', 'Repairs'],
    ['a.docx.txt', 'docx', 'Returns › Repairs'],
  ])('finds text, headings and pages: %s', async (file, kind, second) => {
    const { name, bytes } = await documentFile(file, SOURCE);
    expect(await readDocument(bytes, name)).toMatchObject({
      ...{ kind, pages: 2, emptyPages: 0 },
      passages: [
        { page: 1, heading: 'Returns', text: 'Goods can be sent back within 30 days. The customer pays.' },
        { page: 2, heading: second, text: 'A repair takes 15 working days. 保修期为两年。' },
      ],
    });
  });

  it('reads Markdown without its marks, and not what is hidden in it', async () => {
    const text = `---\ntitle: x\n---\n# Travel\n\nTake the **train** and\nbook [here](https://example.com).<!-- secret -->\n\n## Hotels\n\n| city | limit |\n|---|---|\n| London | 190 |\n\n- one\n- two\n`;
    const { passages, pages } = await readDocument(Buffer.from(text), 'a.md');
    expect(pages).toBeNull();
    expect(passages).toEqual([
      { page: null, heading: 'Travel', text: 'Take the train and book here.' },
      { page: null, heading: 'Travel › Hotels', text: 'city | limit\nLondon | 190\none\ntwo' },
    ]);
  });

  it('puts lines that the width of a page broke together again, and no others', async () => {
    const text = 'Laptops lock themselves after five minutes and they are\nencrypted.\n\nshort\nlines\n';
    const { passages } = await readDocument(Buffer.from(text), 'a.txt');
    expect(passages[0]?.text).toBe('Laptops lock themselves after five minutes and they are encrypted.\nshort\nlines');
  });

  it('reads rows of tables and what Word calls headings in other languages', async () => {
    const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const titled = `<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>标题</w:t></w:r></w:p>`;
    const table = `<w:tbl><w:tr><w:tc>${paragraph('笔记本')}</w:tc><w:tc>${paragraph('四年')}</w:tc></w:tr></w:tbl>`;
    const deleted = `<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>`;
    const styles = `<w:styles><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>`;
    const file = word(`<w:document><w:body>${titled}${table}${deleted}</w:body></w:document>`, [
      { name: 'word/styles.xml', bytes: Buffer.from(styles) },
    ]);
    expect((await readDocument(file, 'a.docx')).passages).toEqual([
      { page: null, heading: '标题', text: '笔记本 | 四年' },
    ]);
  });

  it.each([
    ['UTF-16', Buffer.from('\uFEFF保修两年。', 'utf16le')],
    ['GB 18030', encode('保修两年。人为损坏和进水造成的故障不在保修范围之内，请提供购买凭证。', 'gb18030')],
  ])('reads %s', async (_, bytes) => {
    expect((await readDocument(bytes, 'a.txt')).passages[0]?.text).toMatch(/^保修两年。/u);
  });

  it('counts pages without a word', async () => {
    const bytes = await pdfOf('One page has words on it.\n\n---\n\n---\n\nAnother one, too.');
    expect(await readDocument(bytes, 'a.pdf')).toMatchObject({ pages: 3, emptyPages: 1 });
  });
});

describe('a file that cannot be read', () => {
  it.each([
    { bytes: '', name: 'a.txt', code: 'document-empty', words: /no words/ },
    { bytes: '...\n\n---\n', name: 'dots.md', code: 'document-empty', words: /no words/ },
    { bytes: Buffer.from('89504e470d0a1a0a', 'hex'), name: 'a.png', code: 'document-kind', words: /a picture/ },
    { bytes: Buffer.from('ffd8ffe000104a46', 'hex'), name: 'a.txt', code: 'document-kind', words: /a picture/ },
    { bytes: Buffer.alloc(100), name: 'zeros.txt', code: 'document-kind', words: /no text/ },
    { bytes: '<!DOCTYPE html><html>hi</html>', name: 'a.txt', code: 'document-kind', words: /a web page/ },
    { bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex'), name: 'a.doc', code: 'document-kind', words: /\.doc/ },
    { bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex'), name: 'a.docx', code: 'document-encrypted', words: /password/ },
    { bytes: '%PDF-1.7\n1 0 obj', name: 'cut.pdf', code: 'document-broken', words: /damaged/ },
    { bytes: 'PK\x03\x04\x14\x00', name: 'half.docx', code: 'document-broken', words: /damaged/ },
  ])('says so: $name, $code', async ({ bytes, name, code, words }) => {
    expect(await refusal(bytes, name)).toEqual([code, expect.stringMatching(words)]);
  });

  it.each([
    ['a workbook', zipOf([{ name: 'xl/workbook.xml', bytes: Buffer.from('<a/>') }]), /an Excel workbook/],
    ['an archive', zipOf([{ name: 'x', bytes: Buffer.from('x') }]), /a zip archive/],
  ])('says what it is: %s', async (_, bytes, words) => {
    expect(await refusal(bytes, 'a.docx')).toEqual(['document-kind', expect.stringMatching(words)]);
  });

  it('says that a PDF has a password', async () => {
    const bytes = await pdfOf('Secret.', { userPassword: 'x', ownerPassword: 'y' });
    expect(await refusal(bytes, 'a.pdf')).toEqual(['document-encrypted', expect.stringContaining('password')]);
  });

  it('says that a PDF is pictures only', async () => {
    const bytes = await pdfOf('---');
    expect(await refusal(bytes, 'a.pdf')).toEqual(['document-without-text', expect.stringContaining('2 pages')]);
  });

  it.each([
    ['more than it says', Buffer.from('<a/>'), 'document-broken'],
    ['as much as it says', Buffer.alloc(80_000_000), 'document-too-large'],
  ])('is not unpacked when it holds far too much: %s', async (_, says, code) => {
    const packed = deflateRawSync(Buffer.alloc(80_000_000, ' '), { level: 9 });
    const file = zipOf([{ name: 'word/document.xml', bytes: says, packed }]);
    expect(await refusal(file, 'a.docx')).toEqual([code, expect.any(String)]);
  });

  it('is not read when its XML defines entities, or is none', async () => {
    const laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>';
    for (const xml of [laughs, '<w:document><w:p>', 'words'])
      expect(await refusal(word(xml), 'a.docx')).toEqual(['document-broken', expect.any(String)]);
  });
});
