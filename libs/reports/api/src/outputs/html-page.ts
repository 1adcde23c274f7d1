import { svgOf } from '../drawing/svg';
import {
  isTabled,
  type Block,
  type Cell,
  type DocumentSection,
  type ReportDocument,
  type Table,
} from '../document/report-document';
import type { CommentLink } from './comment-link';
import { htmlText } from './html-text';
import { pageStyle } from './page-style';

/** The report as a page of its own: one file without scripts and without anything from elsewhere. */
export function htmlPage(report: ReportDocument, link: CommentLink): string {
  const { language, title, kindOfReport, period, compared, look, sections, foot } = report;
  const logo = look.logo ? `<img class="logo" src="${look.logo}" alt="">` : '';
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${htmlText(title)} – ${htmlText(period)}</title><style>${pageStyle(look.colour, language)}</style></head><body><main>`,
    `<header>${logo}<p class="kind">${htmlText(kindOfReport)}</p><h1>${htmlText(title)}</h1>`,
    `<p class="period">${htmlText(period)} <span>${htmlText(compared)}</span></p></header>`,
    ...sections.map((section) => sectionHtml(section, link)),
    `<footer>${foot.map((text) => `<p>${htmlText(text)}</p>`).join('')}</footer></main></body></html>`,
  ].join('\n');
}

function sectionHtml(section: DocumentSection, link: CommentLink): string {
  const { id, title, blocks } = section;
  const heading = title ? `<h2 id="${id}">${htmlText(title)}</h2>` : '';
  const label = title ? ` aria-labelledby="${id}"` : '';
  return `<section${label}>${heading}${blocks.map((block) => blockHtml(block, section, link)).join('\n')}</section>`;
}

function blockHtml(block: Block, section: DocumentSection, link: CommentLink): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p${block.quiet ? ' class="quiet"' : ''}>${htmlText(block.text).replaceAll('\n', '<br>')}</p>`;
    case 'sentences':
      return `<ul class="told">${block.items.map((item) => `<li>${linked({ text: item.text, opens: item.opens }, link)}</li>`).join('')}</ul>`;
    case 'figures':
      return `<dl class="figures">${block.items
        .map(
          ({ name, value, note, tone, opens }) =>
            `<div><dt>${htmlText(name)}</dt><dd class="value">${linked({ text: value, opens }, link)}</dd><dd class="note ${tone}">${htmlText(note)}</dd></div>`,
        )
        .join('')}</dl>`;
    case 'chart': {
      const table = isTabled(section, block.name)
        ? ''
        : `<details><summary>${htmlText(block.table.caption)}</summary>${tableHtml(block.table, link)}</details>`;
      return `<figure><figcaption>${htmlText(block.title)}</figcaption>${svgOf(block.drawing)}${table}</figure>`;
    }
    case 'table':
      return tableHtml(block.table, link);
    case 'quote':
      return `<blockquote class="${block.tone}"><p>${htmlText(block.text)}</p><footer>${htmlText(block.by)}</footer></blockquote>`;
  }
}

/** A text that opens its comments, where the reader may. */
function linked({ text, opens }: Cell, link: CommentLink): string {
  const url = opens ? link(opens) : null;
  return url ? `<a href="${htmlText(url)}" target="_blank" rel="noopener">${htmlText(text)}</a>` : htmlText(text);
}

function tableHtml({ caption, columns, rows }: Table, link: CommentLink): string {
  const head = columns.map(
    ({ title, numeric }) => `<th scope="col"${numeric ? ' class="number"' : ''}>${htmlText(title)}</th>`,
  );
  const body = rows.map((cells) => {
    const [first, ...rest] = cells.map((cell, index) => {
      const numeric = columns[index]?.numeric ? ' class="number"' : '';
      return index ? `<td${numeric}>${linked(cell, link)}</td>` : `<th scope="row">${linked(cell, link)}</th>`;
    });
    return `<tr>${first ?? ''}${rest.join('')}</tr>`;
  });
  // A wide table is scrolled with the keyboard, too. No region: its section is one of the same name already.
  return `<div class="table" tabindex="0" role="group" aria-label="${htmlText(caption)}"><table><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}
