export * from './trends.routes';
export { AnnotatedChart, type NamedAxis } from './annotations/annotated-chart';
export { gapOf } from './mood-chart/line-gap-look';
export * from './mood-page/mood-page';
export { MoodWall } from './wall/mood-wall';
