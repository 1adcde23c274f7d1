import { en } from './i18n/en';
import { zh } from './i18n/zh';

export { LabellingProgressChip } from './labelling-progress/labelling-progress';
export { rolesRoutes } from './roles/roles.routes';
export { SentimentClient } from './sentiment.client';
// The connection lives in shared/ui, because domains upstream of sentiment (comments, sources) listen to it too.
export { ServerEvents } from '@moodline/shared/ui';

/** Words of the sentiment domain for the translation dictionary. */
export const sentimentWords = { en, zh };
