export { COMMENT_DRAWER } from './comment-drawer/comment-drawer-token';
