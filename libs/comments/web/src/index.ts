import { en } from './i18n/en';
import { zh } from './i18n/zh';

export { COMMENT_DRAWER, CommentDrawerOpener } from './comment-drawer/comment-drawer-opener';
export type { CommentSelection } from './comment-list/comment-selection';
export * from './comment-row/comment-row';
export { LABEL_SIGNS } from './comment-row/label-signs';
export * from './comment-tabs';
export * from './comments.routes';
export { safeLink } from './comment-row/safe-link';
export { Working } from './work/working';
export { correctionKey } from './correction/correction-keys';
export * from './correction/label-buttons';
export * from './correction/label-corrections';
export { provideUndoKey } from './correction/undo-key';
export * from './filter-params';
export * from './filter/filter-bar';
export * from './filter/filter-store';
export { filterWords } from './filter/filter-words';
export { MonitorsClient } from './monitors/monitors.client';
export * from './monitors/monitors.routes';
export { TagDot } from './tags/tag-dot';
export { tagWords } from './tags/tag-words';
export { TagsClient } from './tags/tags.client';
export { monitorWords } from './monitors/monitor-words';

/** The side sheet of comments; loaded when it is opened for the first time. */
export const loadCommentDrawer = () => import('./comment-drawer/comment-drawer').then((file) => file.CommentDrawer);

/** The section of the settings page about privacy; loaded when that page is opened. */
export const loadLeavingOutSettings = () =>
  import('./leaving-out/leaving-out-settings').then((file) => file.LeavingOutSettings);
export const loadPrivacySettings = () => import('./privacy/privacy-settings').then((file) => file.PrivacySettings);

/** Words of the comments domain for the translation dictionary; the filter's words come beside them. */
export const commentsWords = { en, zh };

/** Words of the domain in Japanese, fetched when they are shown. */
export const loadCommentsJa = () => import('./i18n/ja').then(({ ja }) => ja);
