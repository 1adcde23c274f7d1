import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { type CommentFilter, type FilterChoices, filterChoicesSchema } from '@moodline/comments/contract';
import { filterParams } from '@moodline/comments/web';
import {
  digestPageSchema,
  digestSettingsSchema,
  firstReportSchema,
  madeIssueSchema,
  madePinSchema,
  madeShareSchema,
  reportChannelSchema,
  reportIssueDetailSchema,
  reportIssuePageSchema,
  reportListItemSchema,
  reportPreviewSchema,
  reportSchema,
  reportShareSchema,
  summarySchema,
  type MadeIssue,
  type MadePin,
  type Pin,
  type MadeShare,
  type Report,
  type ReportChannel,
  type DigestKind,
  type DigestPage,
  type DigestSettings,
  type ReportDraft,
  type ReportEdition,
  type ReportIssueDetail,
  type ReportIssuePage,
  type ReportListItem,
  type ReportPreview,
  type ReportShare,
  type SaveReport,
  type Summary,
  type TestReport,
} from '@moodline/reports/contract';
import { moodSeriesSchema } from '@moodline/trends/contract';
import { map, type Observable } from 'rxjs';
import * as z from 'zod';

/** The reports part of the API. */
@Injectable({ providedIn: 'root' })
export class ReportsClient {
  private readonly http = inject(HttpClient);

  /** The summary of the matching comments, written in the locale. Takes seconds; unsubscribing cancels it on the server too. */
  summary(filter: CommentFilter, locale: string): Observable<Summary> {
    return this.http
      .get('/api/summary', { params: { ...filterParams(filter), locale } })
      .pipe(map((body) => summarySchema.parse(body)));
  }

  /** How many labelled comments match: what the summary will read. */
  labelledComments(filter: CommentFilter): Observable<number> {
    return this.http
      .get('/api/mood', { params: filterParams(filter) })
      .pipe(map((body) => moodSeriesSchema.parse(body).total.n));
  }

  list(): Observable<ReportListItem[]> {
    return this.http.get('/api/reports').pipe(map((body) => z.array(reportListItemSchema).parse(body)));
  }

  get(id: number): Observable<Report> {
    return this.http.get(`/api/reports/${id}`).pipe(map((body) => reportSchema.parse(body)));
  }

  create(report: SaveReport): Observable<Report> {
    return this.http.post('/api/reports', report).pipe(map((body) => reportSchema.parse(body)));
  }

  save(id: number, report: SaveReport): Observable<Report> {
    return this.http.put(`/api/reports/${id}`, report).pipe(map((body) => reportSchema.parse(body)));
  }

  remove(id: number): Observable<unknown> {
    return this.http.delete(`/api/reports/${id}`);
  }

  /** @param id of a report that was saved, whose last one is what changes are told against */
  preview(draft: ReportDraft, id: number | null): Observable<ReportPreview> {
    return this.http
      .post('/api/reports/preview', draft, { params: id ? { report: id } : {} })
      .pipe(map((body) => reportPreviewSchema.parse(body)));
  }

  channels(): Observable<ReportChannel[]> {
    return this.http.get('/api/reports/channels').pipe(map((body) => z.array(reportChannelSchema).parse(body)));
  }

  /** By what a first report could be sent; null where there are reports already. */
  channelsOfFirst(): Observable<ReportChannel[] | null> {
    return this.http.get('/api/reports/first').pipe(map((body) => firstReportSchema.parse(body).channels));
  }

  /** Sources and monitors that a report can be about. */
  choices(): Observable<FilterChoices> {
    return this.http.get('/api/filter-choices').pipe(map((body) => filterChoicesSchema.parse(body)));
  }

  issues(id: number, cursor?: string): Observable<ReportIssuePage> {
    return this.http
      .get(`/api/reports/${id}/issues`, { params: { limit: 20, ...(cursor && { cursor }) } })
      .pipe(map((body) => reportIssuePageSchema.parse(body)));
  }

  make(id: number, send: boolean): Observable<MadeIssue> {
    return this.http.post(`/api/reports/${id}/issues`, { send }).pipe(map((body) => madeIssueSchema.parse(body)));
  }

  test(id: number, to: TestReport): Observable<MadeIssue> {
    return this.http.post(`/api/reports/${id}/test`, to).pipe(map((body) => madeIssueSchema.parse(body)));
  }

  send(issue: number): Observable<MadeIssue> {
    return this.http.post(`/api/report-issues/${issue}/send`, {}).pipe(map((body) => madeIssueSchema.parse(body)));
  }

  issue(id: number): Observable<ReportIssueDetail> {
    return this.http.get(`/api/report-issues/${id}`).pipe(map((body) => reportIssueDetailSchema.parse(body)));
  }

  edit(id: number, edition: ReportEdition): Observable<ReportIssueDetail> {
    return this.http
      .put(`/api/report-issues/${id}/edition`, edition)
      .pipe(map((body) => reportIssueDetailSchema.parse(body)));
  }

  /** @param id of the report to what goes out next of which it is pinned */
  pin(id: number, pin: Pin): Observable<MadePin> {
    return this.http.post(`/api/reports/${id}/pins`, pin).pipe(map((body) => madePinSchema.parse(body)));
  }

  unpin(issue: number, pin: string): Observable<unknown> {
    return this.http.delete(`/api/report-issues/${issue}/pins/${pin}`);
  }

  /** The page of one that was made. */
  page(issue: number): Observable<string> {
    return this.http.get(`/api/report-issues/${issue}/html`, { responseType: 'text' });
  }

  digests(query: { readonly kind: DigestKind; readonly cursor?: string }): Observable<DigestPage> {
    return this.http
      .get('/api/digests', { params: { limit: 14, ...query } })
      .pipe(map((body) => digestPageSchema.parse(body)));
  }

  digestSettings(): Observable<DigestSettings> {
    return this.http.get('/api/digests/settings').pipe(map((body) => digestSettingsSchema.parse(body)));
  }

  changeDigests(settings: DigestSettings): Observable<unknown> {
    return this.http.put('/api/digests/settings', settings);
  }

  shares(issue: number): Observable<ReportShare[]> {
    return this.http
      .get(`/api/report-issues/${issue}/shares`)
      .pipe(map((body) => z.array(reportShareSchema).parse(body)));
  }

  share(issue: number, days: number): Observable<MadeShare> {
    return this.http
      .post(`/api/report-issues/${issue}/shares`, { days })
      .pipe(map((body) => madeShareSchema.parse(body)));
  }

  revoke(share: number): Observable<unknown> {
    return this.http.delete(`/api/report-shares/${share}`);
  }
}
