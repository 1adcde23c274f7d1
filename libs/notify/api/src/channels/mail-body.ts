import type { Notice } from '@moodline/notify/contract';

const COLOURS: Readonly<Record<Notice['tone'], string>> = { bad: '#c2410c', good: '#0b7a75', plain: '#2f55d4' };

/** The notice as plain text. */
export function textMail({ title, paragraphs, facts, quotes, link }: Notice): string {
  return [
    title,
    ...paragraphs,
    facts.map(({ name, value }) => `${name}: ${value}`).join('\n'),
    ...quotes.map(({ text, by, url }) => [`> ${text}`, `  ${by}`, ...(url ? [`  ${url}`] : [])].join('\n')),
    link ? `${link.words}: ${link.url}` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The notice as HTML that old mail programs draw: one column, styles at the elements, no image, no script. */
export function htmlMail({ language, tone, title, paragraphs, facts, quotes, link }: Notice): string {
  const rows = facts.map(
    ({ name, value }) =>
      `<tr><td style="padding:2px 16px 2px 0;color:#5b6268">${html(name)}</td><td style="padding:2px 0"><b>${html(value)}</b></td></tr>`,
  );
  const cited = quotes.map(({ text, by, url }) => {
    const source =
      url && /^https?:/i.test(url) ? `<a href="${html(url)}" style="color:#2f55d4">${html(by)}</a>` : html(by);
    return `<blockquote style="margin:12px 0;padding:0 0 0 12px;border-left:3px solid #c3c8cd">${html(text)}<br><small style="color:#5b6268">${source}</small></blockquote>`;
  });
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${html(title)}</title></head>`,
    '<body style="margin:0;padding:16px;background:#fafaf8;color:#17191c;font:15px/1.5 sans-serif">',
    `<div style="max-width:600px;margin:0 auto;padding:20px;background:#ffffff;border-top:4px solid ${COLOURS[tone]}">`,
    `<h1 style="margin:0 0 12px;font-size:20px;line-height:1.3">${html(title)}</h1>`,
    ...paragraphs.map((text) => `<p style="margin:0 0 12px">${html(text)}</p>`),
    ...(rows.length ? [`<table style="margin:0 0 12px;border-collapse:collapse">${rows.join('')}</table>`] : []),
    ...cited,
    ...(link ? [`<p><a href="${html(link.url)}" style="color:#2f55d4">${html(link.words)}</a></p>`] : []),
    '</div></body></html>',
  ].join('\n');
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const html = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
