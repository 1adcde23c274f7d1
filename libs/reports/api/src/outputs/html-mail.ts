import type { ReportLanguage } from '@moodline/reports/contract';
import { pngOf } from '../drawing/png';
import type { Block, ReportDocument, Table } from '../document/report-document';
import type { ReportWords } from '../document/report-words';
import { REPORT_WORDS } from '../document/words-of';
import { fontNames } from './fonts';
import { htmlText } from './html-text';

/** A picture of a mail, named by `cid:` in its HTML. */
export interface MailImage {
  readonly cid: string;
  readonly png: Buffer;
}

export interface ReportMail {
  readonly html: string;
  readonly text: string;
  readonly images: readonly MailImage[];
}

export interface MailLinks {
  /** Where the whole report is read. */
  readonly report: string;
  readonly unsubscribe: string | null;
}

const QUIET = 'color:#5b6268;font-size:13px';
/** On a phone the columns of the time before give way; where a program takes styles of the head away, all columns stay. */
const NARROW =
  '@media (max-width:480px){.aside{display:none!important}.sheet{padding:16px 12px!important}.cells td,.cells th{padding-left:2px!important;padding-right:2px!important}}';
const TONES = { good: '#0b7a75', bad: '#c2410c', plain: '#5b6268' } as const;

/**
 * The report as a mail that old programs draw: tables for what stands side by side, styles at the elements, charts as pictures that come
 * with it, nothing from elsewhere. Programs that show no pictures show what they say in words.
 */
export function htmlMail(report: ReportDocument, links: MailLinks): ReportMail {
  const { language, title, kindOfReport, period, compared, look, sections, foot } = report;
  const words = REPORT_WORDS[language];
  const images: MailImage[] = [];
  const logo = look.logo ? logoImage(look.logo) : null;
  if (logo) images.push(logo);
  const body = sections.map((section) => {
    const heading = section.title
      ? `<h2 style="margin:28px 0 10px;font-size:18px;line-height:1.3">${htmlText(section.title)}</h2>`
      : '';
    return heading + section.blocks.map((block) => blockHtml(block, images, language)).join('\n');
  });
  const unsubscribe = links.unsubscribe
    ? `<p style="margin:4px 0;${QUIET}"><a href="${htmlText(links.unsubscribe)}" style="color:#5b6268">${htmlText(words.unsubscribe)}</a></p>`
    : '';
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${htmlText(title)}</title><style>${NARROW}</style></head>`,
    `<body style="margin:0;padding:0;background:#fafaf8"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" bgcolor="#fafaf8"><tr><td align="center" style="padding:16px 8px">`,
    `<table role="presentation" width="640" cellpadding="0" cellspacing="0" bgcolor="#ffffff" style="max-width:640px;width:100%;border-top:6px solid ${look.colour}"><tr><td class="sheet" style="padding:24px;color:#17191c;font-size:15px;line-height:1.5;font-family:Arial,${fontNames(language)},sans-serif">`,
    logo ? `<img src="cid:${logo.cid}" alt="" height="48" style="display:block;margin-bottom:12px">` : '',
    `<p style="margin:0;${QUIET}">${htmlText(kindOfReport)}</p>`,
    `<h1 style="margin:0 0 4px;font-size:24px;line-height:1.25">${htmlText(title)}</h1>`,
    `<p style="margin:0 0 4px">${htmlText(period)}<br><span style="${QUIET}">${htmlText(compared)}</span></p>`,
    `<p style="margin:12px 0"><a href="${htmlText(links.report)}" style="color:${look.colour}"><b>${htmlText(words.openReport)}</b></a></p>`,
    ...body,
    '<hr style="margin:28px 0 12px;border:0;border-top:1px solid #e4e6e8">',
    ...foot.map((text) => `<p style="margin:4px 0;${QUIET}">${htmlText(text)}</p>`),
    unsubscribe,
    '</td></tr></table></td></tr></table></body></html>',
  ].join('\n');
  return { html, text: textMail(report, links), images };
}

/** The logo as a picture of the mail: data addresses are shown by few programs. */
function logoImage(address: string): MailImage {
  return { cid: 'logo@moodline', png: Buffer.from(address.slice(address.indexOf(',') + 1), 'base64') };
}

function blockHtml(block: Block, images: MailImage[], language: ReportLanguage): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p style="margin:0 0 10px;${block.quiet ? QUIET : ''}">${htmlText(block.text).replaceAll('\n', '<br>')}</p>`;
    case 'sentences':
      return `<ul style="margin:0 0 10px;padding-left:20px">${block.items.map(({ text }) => `<li style="margin:4px 0">${htmlText(text)}</li>`).join('')}</ul>`;
    case 'figures':
      return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr>${block.items
        .map(
          ({ name, value, note, tone }) =>
            `<td valign="top" width="25%" style="padding:8px 10px 8px 0"><span style="${QUIET}">${htmlText(name)}</span><br><b style="font-size:24px;line-height:1.3">${htmlText(value)}</b><br><span style="font-size:12px;color:${TONES[tone]}">${htmlText(note)}</span></td>`,
        )
        .join('')}</tr></table>`;
    case 'chart': {
      const cid = `chart${images.length + 1}@moodline`;
      images.push({ cid, png: pngOf(block.narrow, language) });
      return `<p style="margin:10px 0 4px"><b>${htmlText(block.title)}</b></p><img src="cid:${cid}" alt="${htmlText(block.drawing.alternative)}" width="480" style="display:block;width:100%;max-width:480px;height:auto">`;
    }
    case 'table':
      return tableHtml(block.table);
    case 'quote':
      return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:8px 0"><tr><td style="border-left:3px solid ${TONES[block.tone]};padding:2px 0 2px 12px">${htmlText(block.text)}<br><span style="${QUIET}">${htmlText(block.by)}</span></td></tr></table>`;
  }
}

function tableHtml({ columns, rows }: Table): string {
  const align = (index: number) => (columns[index]?.numeric ? 'right' : 'left');
  const aside = (index: number) => (columns[index]?.aside ? ' class="aside"' : '');
  const head = columns.map(
    ({ title }, index) =>
      `<th${aside(index)} align="${align(index)}" style="padding:5px 6px;border-bottom:1px solid #c3c8cd;font-weight:normal;${QUIET}">${htmlText(title)}</th>`,
  );
  const body = rows.map(
    (cells) =>
      `<tr>${cells
        .map(
          ({ text }, index) =>
            `<td${aside(index)} align="${align(index)}" valign="top" style="padding:5px 6px;border-bottom:1px solid #e4e6e8;font-size:13px">${htmlText(text)}</td>`,
        )
        .join('')}</tr>`,
  );
  return `<table class="cells" width="100%" cellpadding="0" cellspacing="0" style="margin:8px 0;border-collapse:collapse"><tr>${head.join('')}</tr>${body.join('')}</table>`;
}

/** The report without any form, for programs that show no HTML. */
function textMail(
  { title, kindOfReport, period, compared, sections, foot, language }: ReportDocument,
  links: MailLinks,
) {
  const words = REPORT_WORDS[language];
  const parts = sections.map(({ title: heading, blocks }) =>
    [heading.toUpperCase(), ...blocks.map((block) => blockText(block, words))].filter(Boolean).join('\n\n'),
  );
  return [
    `${title}\n${kindOfReport}\n${period}${words.bracketed(compared)}`,
    `${words.openReport}${words.joints.colon}${links.report}`,
    ...parts,
    foot.join('\n'),
    links.unsubscribe ? `${words.unsubscribe}${words.joints.colon}${links.unsubscribe}` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

function blockText(block: Block, { bracketed, joints }: ReportWords): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'sentences':
      return block.items.map(({ text }) => `- ${text}`).join('\n');
    case 'figures':
      return block.items.map(({ name, value, note }) => `${name}${joints.colon}${value}${bracketed(note)}`).join('\n');
    case 'chart':
      return block.drawing.alternative;
    case 'table':
      return block.table.rows
        .map((cells) =>
          cells
            .map(({ text }, index) => (index ? `${block.table.columns[index]?.title}${joints.colon}${text}` : text))
            .join(joints.entry),
        )
        .join('\n');
    case 'quote':
      return `> ${block.text}\n  ${block.by}`;
  }
}
