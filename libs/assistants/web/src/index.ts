export { assistantsRoutes } from './assistants.routes';

/** A translation beside the comment it is of; loaded with the page of a comment. */
export const loadCommentTranslation = () =>
  import('./translation/comment-translation').then((file) => file.CommentTranslation);
