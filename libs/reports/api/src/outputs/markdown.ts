import type { Block, ReportDocument, Table } from '../document/report-document';
import type { ReportWords } from '../document/report-words';
import { REPORT_WORDS } from '../document/words-of';

/** The report as Markdown (CommonMark with tables). Charts are there in words, with their numbers. */
export function markdown({ title, kindOfReport, period, compared, sections, foot, language }: ReportDocument): string {
  const { bracketed } = REPORT_WORDS[language];
  const parts = sections.flatMap(({ title: heading, blocks }) => [
    ...(heading ? [`## ${plain(heading)}`] : []),
    ...blocks.map((block) => blockText(block, blocks, bracketed)),
  ]);
  const head = [`# ${plain(title)}`, `${plain(kindOfReport)} · ${plain(period + bracketed(compared))}`];
  return `${[...head, ...parts, '---', ...foot.map(plain)].filter(Boolean).join('\n\n')}\n`;
}

function blockText(block: Block, all: readonly Block[], bracketed: ReportWords['bracketed']): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text.split('\n').map(plain).join('  \n');
    case 'sentences':
      return block.items.map(({ text }) => `- ${plain(text)}`).join('\n');
    case 'figures':
      return block.items
        .map(({ name, value, note }) => `- **${plain(name)}** ${plain(value + bracketed(note))}`)
        .join('\n');
    case 'chart':
      return all.some((one) => one.kind === 'table' && one.table.name === block.name)
        ? `*${plain(block.title)}*`
        : `*${plain(block.title)}*\n\n${tableText(block.table)}`;
    case 'table':
      return tableText(block.table);
    case 'quote':
      return `> ${plain(block.text)}  \n> ${plain(block.by)}`;
  }
}

function tableText({ columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ title }) => plain(title))),
    line(columns.map(({ numeric }) => (numeric ? '--:' : '---'))),
    ...rows.map((cells) => line(cells.map(({ text }) => plain(text)))),
  ].join('\n');
}

/** Signs of Markdown and HTML as letters, in one line: words of comments are data. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>|~]/g, (sign) => `\\${sign}`)
    .replace(/^(\s*)([#+-]|\d+[.)])(?=\s)/, '$1\\$2')
    .replaceAll(/\s+/g, ' ');
