export { AUTHOR_KEY_FILE, loadAuthorKey } from './author-key';
export * from './comment-filter.query';
export * from './comment-intake.repository';
export * from './comment.repository';
export { commentRow, type CommentRow } from './comment-row';
export * from './comments.module';
export * from './counts/bucket-rows.query';
export * from './counts/facet-columns';
export * from './counts/facet-days.query';
export * from './counts/comment-number.query';
export * from './filter-resolver';
export * from './incoming-comment';
export * from './intake-hooks.repository';
export * from './language-detection';
export * from './language-tag';
export { LeavingOutRepository } from './leaving-out/leaving-out.repository';
export { CommentTotalQuery } from './list/comment-total.query';
export type { GivenVerdict } from './leaving-out/arrivals.query';
export { CommentMatching } from './monitors/comment-matching.repository';
export { MonitorRematchRepository, type MonitorCounting } from './monitors/monitor-rematch.repository';
export { MonitorRepository } from './monitors/monitor.repository';
export * from './period';
export * from './privacy/comment-forgetter';
export * from './privacy/forgotten.repository';
export {
  carryForgotten,
  forgottenBefore,
  type AskDatabase,
  type ForgottenList,
} from './privacy/forgotten-after-restore.repository';
export { keptExternalId, keyPrint } from './privacy/keyed-hash';
export { readVersion } from './app-version';
export { maskPersonalData } from './privacy/masking/masking';
export * from './privacy/retention-keeper';
export * from './privacy/retention.repository';
export * from './resolved-filter';
export { SearchTextRepository } from './search/search-text.repository';
export { markSearch } from './search/text-marks';
export { ThemeWordsQuery } from './search/theme-words.query';
export { searchForm, termPattern } from './search/search-form';
export { slotQuery, tokenQuery } from './search/search-tokens';
export { themeTerms } from './search/theme-terms';
export { TextQueryMatcher } from './search/text-query-matcher';
export { GivenTags, type GivenBy, type GivenTag, type TagProbability } from './tags/given-tags.repository';
export { hasTag, TAG_COUNTS } from './tags/tag-condition.query';
export { TagCountsQuery } from './tags/tag-counts.query';
export { TagRepository } from './tags/tag.repository';
export * from './text-hash';
export { CommentNotes } from './work/comment-note.repository';
export { CommentWork } from './work/comment-work.repository';
