import * as z from 'zod';
import { PROMISE_FLAWS, promisesIn, type PromiseFlaw } from '../promises';
import { replyFlaws } from '../reply-flaws';
import { TONES } from '../written-answer';
import { askedModelSchema, REPLY_FLAWS, type ReplyFlaw } from '../try';
import { noteFacts, type NoteLanguage } from './note-facts';
import { addsWords, isList, losesLine } from './note-words';

/** What is made of notes: a mail to somebody, or a summary of a day. */
export const NOTE_KINDS = ['mail', 'day'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export const LONGEST_NOTES = 2_000;
export const MOST_NOTES = 20;

/**
 * What a program can see to be wrong with a text made of notes, beside what may be wrong with any: a number, day, name or a whole line of the notes is
 * missing (`lost`), a name or day is not theirs (`stranger`), a gap was left to be filled (`gap`), it is far longer than they are (`long`), it says
 * what they do not (`added`), it is a list and no mail (`list`).
 */
export const NOTE_FLAWS = [
  ...REPLY_FLAWS,
  ...PROMISE_FLAWS,
  'lost',
  'stranger',
  'gap',
  'long',
  'added',
  'list',
] as const;
export type NoteFlaw = ReplyFlaw | PromiseFlaw | 'lost' | 'stranger' | 'gap' | 'long' | 'added' | 'list';

/** Body of `POST /api/colleague/draft`. Streams where `text/event-stream` is accepted. */
export const noteDraftRequestSchema = z.object({
  kind: z.enum(NOTE_KINDS),
  notes: z.string().trim().min(1).max(LONGEST_NOTES),
  tone: z.enum(TONES).default('plain'),
});
export type NoteDraftRequest = z.infer<typeof noteDraftRequestSchema>;

/** What a model wrote, and what is wrong with it. */
export const noteAttemptSchema = z.object({ text: z.string(), flaws: z.array(z.enum(NOTE_FLAWS)) });
export type NoteAttempt = z.infer<typeof noteAttemptSchema>;

/**
 * `by`: the model, whose words passed the check, or `written`: made from the notes by code, after the `attempts` of the model did not. `rulesOnly`: the model was
 * not asked, as so small a share of so many mails of it passed when it was measured.
 */
export const noteDraftSchema = z.object({
  text: z.string(),
  by: z.enum(['model', 'written']),
  language: z.enum(['zh', 'en', 'ja']),
  attempts: z.array(noteAttemptSchema),
  asked: askedModelSchema.nullable(),
  rulesOnly: z.object({ n: z.number().int(), share: z.number() }).nullable(),
});
export type NoteDraft = z.infer<typeof noteDraftSchema>;

/** A gap, as `[Name]`, `{date}` or `XX`. */
const GAP = /\[[^\]\n]{1,40}\]|\{[^}\n]{1,40}\}|<[^>\n]{1,40}>|【[^】\n]{1,20}】|\b[Xx]{2,}\b|〇〇|○○|某某|_{3,}/u;
/** Names that mails begin and end with. */
const MAIL_WORDS = new Set(
  '担当者様 皆様 dear hi hello best kind regards team thanks thank you yours sincerely faithfully mr mrs ms dr sir madam all everyone cheers warm subject'.split(
    ' ',
  ),
);
const ROOM = { zh: 160, en: 420, ja: 200 } as const;

/** What is wrong with a text made of notes, as far as a program can see. @param cut whether the model was stopped at the limit of its length */
export function noteFlaws(
  text: string,
  notes: string,
  { language, cut }: { language: NoteLanguage; cut: boolean },
): NoteFlaw[] {
  const [given, made] = [noteFacts(notes, language), noteFacts(text, language)];
  const has = (whole: string) => (part: string) => whole.normalize('NFKC').toLowerCase().includes(part.toLowerCase());
  const promisedAlready = new Set(promisesIn(notes, '', language));
  const promised = promisesIn(text, notes, language).filter(
    (flaw) => flaw === 'invented' || !promisedAlready.has(flaw),
  );
  const isLost = [...given.numbers, ...given.days, ...given.names].some((part) => !has(text)(part));
  const stranger = [...made.days, ...made.names].some(
    (part) => !has(notes)(part) && !MAIL_WORDS.has(part.toLowerCase()),
  );
  return [
    ...replyFlaws(text, { text: notes, language, cut }),
    ...promised,
    ...(isLost || losesLine(text, notes, language) ? ['lost' as const] : []),
    ...(stranger ? ['stranger' as const] : []),
    ...(GAP.test(text) && !GAP.test(notes) ? ['gap' as const] : []),
    ...(text.length > 2 * notes.length + ROOM[language] ? ['long' as const] : []),
    ...(addsWords(text, notes, language) ? ['added' as const] : []),
    ...(isList(text) && !isList(notes) ? ['list' as const] : []),
  ];
}
