export * from './trends.routes';
export { AnnotatedChart, type NamedAxis } from './annotations/annotated-chart';
export * from './mood-page/mood-page';
export { MoodWall } from './wall/mood-wall';
