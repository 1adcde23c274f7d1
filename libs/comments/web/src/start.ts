export { COMMENT_DRAWER } from './comment-drawer/comment-drawer-token';
export * from './comments.routes';
export { FilterStore } from './filter/filter-store';
export * from './monitors/monitors.routes';

/** The side sheet of comments; loaded when it is opened for the first time. */
export const loadCommentDrawer = () => import('./comment-drawer/comment-drawer').then((file) => file.CommentDrawer);

/** The sections of the settings page about comments; loaded when that page is opened. */
export const loadLeavingOutSettings = () =>
  import('./leaving-out/leaving-out-settings').then((file) => file.LeavingOutSettings);
export const loadPrivacySettings = () => import('./privacy/privacy-settings').then((file) => file.PrivacySettings);
