import type { ReportDocument } from './report-document';

/** A name for files: title and period without signs that a file system refuses. */
export const fileName = ({ title, period }: Pick<ReportDocument, 'title' | 'period'>): string =>
  `${title} ${period}`
    .replaceAll(/[\p{C}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
