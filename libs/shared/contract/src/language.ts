/** Languages that Moodline labels and speaks. Anything else is stored as `und` (undetermined). */
export const LANGUAGES = ['zh', 'en', 'ja', 'und'] as const;
export type Language = (typeof LANGUAGES)[number];
