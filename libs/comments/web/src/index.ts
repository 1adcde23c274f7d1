export { CommentDrawerOpener } from './comment-drawer/comment-drawer-opener';
export { COMMENT_DRAWER } from './comment-drawer/comment-drawer-token';
export type { CommentSelection } from './comment-list/comment-selection';
export { COMMENT_PAGE_PARTS } from './comment-page/comment-page-parts';
export * from './comment-row/comment-row';
export { LABEL_SIGNS } from './comment-row/label-signs';
export * from './comment-tabs';
export * from './comments.routes';
export { safeLink } from './comment-row/safe-link';
export { Working } from './work/working';
export { correctionKey } from './correction/correction-keys';
export * from './correction/label-buttons';
export * from './correction/label-corrections';
export { listenForUndoKey } from './correction/undo-key';
export * from './filter-params';
export * from './filter/filter-bar';
export * from './filter/filter-store';
export * from './monitors/monitors.routes';
export { MonitorsClient } from './monitors/monitors.client';
export { TagDot } from './tags/tag-dot';
export { TagsClient } from './tags/tags.client';

/** The side sheet of comments; loaded when it is opened for the first time. */
export const loadCommentDrawer = () => import('./comment-drawer/comment-drawer').then((file) => file.CommentDrawer);

/** The sections of the settings page about comments; loaded when that page is opened. */
export const loadLeavingOutSettings = () =>
  import('./leaving-out/leaving-out-settings').then((file) => file.LeavingOutSettings);
export const loadPrivacySettings = () => import('./privacy/privacy-settings').then((file) => file.PrivacySettings);
