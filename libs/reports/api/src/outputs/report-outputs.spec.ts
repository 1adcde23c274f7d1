import { parse } from 'csv-parse/sync';
import { Workbook } from 'exceljs';
import { documentOf } from '../document/document-of';
import { REPORT_WORDS } from '../document/words-of';
import { tablesOf, type Block } from '../document/report-document';
import { sampleSnapshot } from '../testing/sample-snapshot';
import { htmlMail } from './html-mail';
import { htmlPage } from './html-page';
import { NO_LINKS, linksInto } from './comment-link';
import { markdown } from './markdown';
import { pagesOf, reportPdf } from './pdf/report-pdf';
import { reportDocx } from './report-docx';
import { tablesAsCsv } from './tables-as-csv';
import { tablesAsWorkbook } from './tables-as-workbook';

jest.setTimeout(120_000);

const links = { report: 'https://mood.example.com/r', unsubscribe: 'https://mood.example.com/u' };

describe.each(['en', 'zh', 'ja'] as const)('a report in %s', (language) => {
  const report = documentOf(sampleSnapshot(language));

  it('is the same document each time', () => {
    expect(documentOf(sampleSnapshot(language))).toEqual(report);
    expect(htmlPage(report, NO_LINKS)).toBe(htmlPage(documentOf(sampleSnapshot(language)), NO_LINKS));
  });

  it('has every section, table and chart on its page, and nothing that runs', () => {
    const page = htmlPage(report, NO_LINKS);
    for (const { title } of report.sections) expect(page).toContain(`>${title}</h2>`);
    expect(page.match(/<svg /g)).toHaveLength(4);
    expect(page).not.toMatch(/<script|onerror|javascript:|<a /);
    expect(page).toContain('&lt;script&gt;');
  });

  it('says why there are no themes', () => {
    const sections = sampleSnapshot(language).sections.map((one) =>
      one.kind === 'themes' ? { ...one, rows: [] } : one,
    );
    const without = documentOf({ ...sampleSnapshot(language), sections });
    const themes = without.sections.find(({ kind }) => kind === 'themes');
    expect(themes?.blocks).toEqual([{ kind: 'paragraph', quiet: true, text: expect.stringContaining('1,204') }]);
  });

  it('opens the comments behind its numbers, where the reader may', () => {
    const page = htmlPage(report, linksInto('https://mood.example.com'));
    expect(page).toContain('https://mood.example.com/comments?from=2026-11-09&amp;to=2026-11-22&amp;label=negative');
    expect(page).toContain('theme=1');
  });

  it('is a PDF with tags, language, outline and page numbers', async () => {
    const pdf = (await reportPdf(report)).toString('latin1');
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf).toContain('/Marked true');
    expect(pdf).toMatch(/\/Lang \((?:en|zh|ja)\)/);
    expect(pdf.match(/\/S \/Figure/g)).toHaveLength(4);
    expect(pdf).toContain('/S /TH');
    expect(pdf).toContain('/Outlines');
    // Japanese is set in forms of Japan; a comment in simplified characters has signs that only the other face has.
    expect(pdf.includes('NotoSansJP')).toBe(language === 'ja');
    expect(pdf).toContain('NotoSansSC');
    // Both weights are there, and only the signs that are used: the whole fonts are 20 MB.
    expect(pdf).toContain('FontFile2');
    expect(pdf.length).toBeLessThan(400_000);
  });

  it('is a mail whose pictures come with it', () => {
    const { html, text, images } = htmlMail(report, links);
    expect(images).toHaveLength(4);
    for (const { cid, png } of images) {
      expect(html).toContain(`src="cid:${cid}"`);
      expect(png.subarray(1, 4).toString()).toBe('PNG');
    }
    expect(html).not.toMatch(/<script|src="http|url\(/);
    expect(html).toContain('href="https://mood.example.com/u"');
    expect(text).toContain('https://mood.example.com/u');
    const colon = language === 'en' ? ': ' : '：';
    expect(text).toContain(`${REPORT_WORDS[language].openReport}${colon}https://mood.example.com/r`);
    expect(text).toMatch(language === 'en' ? /; Comments: \d/ : /；(?:评论数|コメント数)：\d/u);
    expect(html.length).toBeLessThan(100_000);
  });

  it('has charts whose letters are read on a phone that shows the mail 340 px wide', () => {
    const charts = report.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'chart'));
    expect(charts).toHaveLength(4);
    for (const { drawing, narrow } of charts) {
      const letters = narrow.shapes.flatMap((shape) =>
        shape.kind === 'text' ? [(340 * shape.size) / narrow.width] : [],
      );
      expect(Math.min(...letters)).toBeGreaterThanOrEqual(11);
      expect(narrow.alternative).toBe(drawing.alternative);
    }
  });

  it('saves a last page with little on it by tighter pages', async () => {
    const text = 'A sentence that is about as long as one of a report is, with a number or two such as 42 in it.';
    const long = (count: number) => {
      const items = Array.from({ length: count }, () => ({ text, opens: null }));
      const section = {
        id: 'long',
        kind: 'own',
        title: 'Long',
        blocks: [{ kind: 'sentences', items } as const],
      } as const;
      const end = { id: 'end', kind: 'own', title: '', blocks: [{ kind: 'paragraph', text } as const] } as const;
      return { ...report, sections: [section, end], foot: [] };
    };
    const count = [...Array(60).keys()].find((items) => pagesOf(long(items), false).extent.pages === 2) ?? 0;
    const pdf = (await reportPdf(long(count))).toString('latin1');
    expect(pdf.match(/\/Type \/Page\n/g)).toHaveLength(1);
    expect(pagesOf(long(count + 20), false).extent.pages).toBe(2);
    expect((await reportPdf(long(count + 20))).toString('latin1').match(/\/Type \/Page\n/g)).toHaveLength(2);
  });

  it('keeps the small print of a chart on the page of the chart', () => {
    const text = 'A sentence that is about as long as one of a report is, with a number or two such as 42 in it.';
    const [chart] = report.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'chart'));
    if (!chart) throw new Error('There is no chart');
    const after = (count: number) => {
      const items = Array.from({ length: count }, () => ({ text, opens: null }));
      const print = { kind: 'paragraph', text: 'Line: net mood. Bars: comments.', quiet: true } as const;
      const before = {
        id: 'long',
        kind: 'own',
        title: 'Long',
        blocks: [{ kind: 'sentences', items } as const],
      } as const;
      const section = { id: 'course', kind: 'own', title: 'Course', blocks: [chart, print] } as const;
      return pagesOf({ ...report, sections: [before, section], foot: [] }, false).extent;
    };
    // Small print alone on the second page would fill a few hundredths of it.
    const second = [...Array(40).keys()].map(after).filter(({ pages }) => pages === 2);
    expect(second.length).toBeGreaterThan(5);
    expect(Math.min(...second.map(({ filled }) => filled))).toBeGreaterThan(0.15);
  });

  it('keeps a small table on the page of its chart', () => {
    const text = 'A sentence that is about as long as one of a report is, with a number or two such as 42 in it.';
    const [chart] = report.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'chart'));
    const columns = ['Monitor', 'Comments'].map((title) => ({ title, numeric: false }));
    const rows = ['Pebblo', 'Nubira', 'Firmware 2.4', 'Battery life'].map((name) => [{ text: name }, { text: '12' }]);
    const table = { kind: 'table', table: { name: 'monitors', columns, rows } } as unknown as Block;
    if (!chart) throw new Error('There is no chart');
    const after = (count: number) => {
      const items = Array.from({ length: count }, () => ({ text, opens: null }));
      const before = {
        id: 'long',
        kind: 'own',
        title: 'Long',
        blocks: [{ kind: 'sentences', items } as const],
      } as const;
      const section = { id: 'monitors', kind: 'own', title: 'Brands', blocks: [chart, table] } as const;
      return pagesOf({ ...report, sections: [before, section], foot: [] }, false).extent;
    };
    // The table alone on the second page would fill a sixth of it.
    const second = [...Array(40).keys()].map(after).filter(({ pages }) => pages === 2);
    expect(second.length).toBeGreaterThan(5);
    expect(Math.min(...second.map(({ filled }) => filled))).toBeGreaterThan(0.25);
  });

  it('gives its tables as CSV and as a workbook, with numbers as numbers and no formula', async () => {
    const rows = parse(tablesAsCsv(report), {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as string[][];
    const tables = tablesOf(report);
    expect(rows).toHaveLength(tables.reduce((sum, table) => sum + table.rows.length + 2, 0));
    expect(rows.flat().filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
    const book = new Workbook();
    await book.xlsx.load((await tablesAsWorkbook(report)) as unknown as ArrayBuffer);
    expect(book.worksheets).toHaveLength(tables.length);
    const themes = book.worksheets[tables.findIndex(({ name }) => name === 'themes')];
    expect(themes?.getCell('B2').value).toBe(210);
    expect(themes?.getCell('C2').value).toBe(-71);
    book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined())));
  });

  it('is Markdown in which words of comments are words', () => {
    const text = markdown(report);
    expect(text).toContain('\\*\\*bold\\*\\*');
    expect(text).not.toContain('<script>');
    expect(text.split('\n').filter((line) => line.startsWith('## '))).toHaveLength(report.sections.length);
  });

  it('is a Word document with headings and pictures', async () => {
    const docx = await reportDocx(report);
    expect(docx.subarray(0, 2).toString()).toBe('PK');
    expect(docx.toString('latin1').match(/word\/media\/[^\0]+?\.png/g)?.length).toBeGreaterThanOrEqual(4);
  });
});
