import type { Label } from '@moodline/comments/contract';

/** Signs that go with the colours of the labels. */
export const LABEL_SIGNS: Readonly<Record<Label, string>> = { positive: '▲', neutral: '±', negative: '▼' };
