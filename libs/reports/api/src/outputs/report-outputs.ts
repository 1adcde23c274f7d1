import { Injectable } from '@nestjs/common';
import type { ReportFormat, ReportSnapshot } from '@moodline/reports/contract';
import { documentOf } from '../document/document-of';
import { fileName } from '../document/file-name';
import type { ReportDocument } from '../document/report-document';
import { linksInto, NO_LINKS } from './comment-link';
import { htmlMail } from './html-mail';
import { htmlPage } from './html-page';
import { markdown } from './markdown';
import { reportPdf } from './pdf/report-pdf';
import { reportDocx } from './report-docx';
import { tablesAsCsv } from './tables-as-csv';
import { tablesAsWorkbook } from './tables-as-workbook';

/** A report in one format, as a file. */
export interface ReportFile {
  readonly name: string;
  readonly type: string;
  readonly content: string | Buffer;
}

const TYPES: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html; charset=utf-8',
  mail: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  md: 'text/markdown; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
};

/** Writes a snapshot in any of its formats. */
@Injectable()
export class ReportOutputs {
  /** @param url where links of the page lead; null: there are none, for readers without an account */
  async write(snapshot: ReportSnapshot, format: ReportFormat, url: string | null): Promise<ReportFile> {
    const report = documentOf(snapshot);
    const extension = format === 'mail' ? 'mail.html' : format;
    const content = await contentOf(report, { format, snapshot, url });
    return { name: `${fileName(report)}.${extension}`, type: TYPES[format], content };
  }
}

function contentOf(
  report: ReportDocument,
  {
    format,
    snapshot,
    url,
  }: { readonly format: ReportFormat; readonly snapshot: ReportSnapshot; readonly url: string | null },
): string | Buffer | Promise<Buffer> {
  switch (format) {
    case 'html':
      return htmlPage(report, url === null ? NO_LINKS : linksInto(url));
    case 'mail':
      return mailPage(report, url);
    case 'pdf':
      return reportPdf(report);
    case 'md':
      return markdown(report);
    case 'docx':
      return reportDocx(report);
    case 'csv':
      return tablesAsCsv(report);
    case 'xlsx':
      return tablesAsWorkbook(report);
    case 'json':
      return JSON.stringify(snapshot, null, 2);
  }
}

/** The mail to look at in a browser: its pictures stand in the page. */
function mailPage(report: ReportDocument, url: string | null): string {
  const { html, images } = htmlMail(report, { report: url ?? '#', unsubscribe: null });
  return images.reduce(
    (page, { cid, png }) => page.replaceAll(`cid:${cid}`, `data:image/png;base64,${png.toString('base64')}`),
    html,
  );
}
