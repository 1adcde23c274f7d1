import type { Tone } from '../written-answer';
import type { NoteKind } from './note-draft';
import type { NoteLanguage } from './note-facts';

/** Who a mail is to, where the first line of the notes says nothing else. */
const TO: Readonly<Record<NoteLanguage, RegExp>> = {
  en: /^(?:to|for|dear|hi|mail to)[:\s]+(.{1,60})$/iu,
  zh: /^(?:给|致|收件人[:：]?|发给)\s*(.{1,20}?)(?:的邮件)?[:：，,]?$/u,
  ja: /^(?:宛先[:：]\s*)?(.{1,20}?(?:様|さん|部長|課長|社長|先生|各位))(?:へ|宛て?)?[:：、]?$/u,
};

/** Who is meant by these is greeted as everybody is. */
const NOBODY =
  /^(?:(?:the |my |our )?(?:whole |entire )?(?:team|shift|staff|crew|department|office|group|class)|all|everyone|everybody)$/iu;

type Words = Readonly<Record<Tone, string>>;
const GREETING: Readonly<Record<NoteLanguage, (name: string) => Words>> = {
  en: (name) => ({
    plain: `Hello ${name || 'all'},`,
    warm: `Hi ${name || 'all'},`,
    formal: `Dear ${name || 'Sir or Madam'},`,
  }),
  zh: (name) => ({
    plain: `${name || '您好'}：`,
    warm: `${name ? `${name}，` : ''}您好！`,
    formal: `尊敬的${name || '先生/女士'}：`,
  }),
  ja: (name) => ({
    plain: name || 'ご担当者様',
    warm: `${name || 'ご担当者様'}\n\nいつもありがとうございます。`,
    formal: `${name || 'ご担当者様'}\n\nいつもお世話になっております。`,
  }),
};
const CLOSING: Readonly<Record<NoteLanguage, Words>> = {
  en: { plain: 'Best regards', warm: 'Many thanks and best wishes', formal: 'Yours sincerely' },
  zh: { plain: '谢谢！', warm: '辛苦了，谢谢！', formal: '此致\n敬礼' },
  ja: {
    plain: 'よろしくお願いします。',
    warm: '引き続きよろしくお願いします。',
    formal: '何卒よろしくお願い申し上げます。',
  },
};

/** From so many points on they stand below each other, after these words. */
const LISTED = 3;
const LEAD: Readonly<Record<NoteLanguage, Words>> = {
  en: {
    plain: 'A few points:',
    warm: 'Here are a few points:',
    formal: 'I would like to let you know the following:',
  },
  zh: { plain: '有以下几点：', warm: '跟您说以下几点：', formal: '现将有关情况告知如下：' },
  ja: {
    plain: '次のとおりお知らせします。',
    warm: '次のとおりお知らせします。',
    formal: '下記のとおりご連絡いたします。',
  },
};
const MARK_OF_POINT: Readonly<Record<NoteLanguage, string>> = { en: '- ', zh: '- ', ja: '・' };

/** Which part of a day a note belongs to, by its words. The first that fits holds. */
const PARTS = ['open', 'next', 'done'] as const;
type DayPart = (typeof PARTS)[number] | 'other';
const PART: Readonly<Record<NoteLanguage, Readonly<Record<(typeof PARTS)[number], RegExp>>>> = {
  en: {
    open: /\b(?:open|waiting|wait(?:s)? for|blocked|problem|issue|missing|not yet|still|pending|unclear|delayed|late|question|no (?:word|answer|reply|response|news))\b/iu,
    next: /^(?:call|write|send|ask|book|order|prepare|check|invite|remind|bring|buy|meet|pay)\b|\b(?:tomorrow|next|will|todo|to do|plan(?:ned)?|need to|have to|must|follow up|on (?:mon|tues|wednes|thurs|fri)day)\b/iu,
    done: /\b(?:done|finished|fixed|sent|closed|shipped|completed|released|solved|answered|called|met|signed|delivered|approved|reviewed|published|tested|updated|moved)\b/iu,
  },
  zh: {
    open: /待|未|还没|尚未|等|卡|问题|缺|延迟|不清楚|没有?(?:收到|回复|完成|回音|消息|人回)/u,
    next: /明天|后天|下周|明日|计划|准备|将|要|需要|下一步|后续|(?:周|星期|礼拜)[一二三四五六日天][^了完过]*$/u,
    done: /完成|[改写做办修寄谈看读发订开](?:完|好|出|过)?了|已|修复|发送|发了|解决|上线|通过|签|交付|回复了|打了电话|开了会|提交|更新|测试/u,
  },
  ja: {
    open: /未|待ち|まだ|問題|課題|遅れ|不明|保留|確認中|不足|(?:返事|返信|連絡|回答|応答|反応)(?:が|は)?(?:なし|無し|ない|ありません|来ない|こない)/u,
    next: /明日|来週|予定|次回|今後|する必要|こと$/u,
    done: /完了|済|終|送付|送った|送信|修正|解決|公開|対応した|回答|納品|承認|提出|更新|しました|した$/u,
  },
};
/** Words before a colon that say nothing else than the heading does. */
const MARK: Readonly<Record<(typeof PARTS)[number], string>> = {
  open: 'open|待办|未完',
  next: 'next|todo|to do|接着',
  done: 'done|完成|完了',
};
const DAY_WORDS: Readonly<Record<NoteLanguage, Readonly<Record<DayPart, string>>>> = {
  en: { done: 'Done', open: 'Open', next: 'Next', other: 'Also' },
  zh: { done: '已完成', open: '待解决', next: '接下来', other: '其他' },
  ja: { done: '完了したこと', open: '未解決のこと', next: '次にすること', other: 'その他' },
};

/** Lines of notes without the marks of a list. */
export const noteLines = (notes: string): string[] =>
  notes
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•·・–]|\d{1,2}[.)、])\s+/u, '').trim())
    .filter(Boolean);

/** A text made of the notes by code: nothing of them is lost or changed, and nothing is added but greeting, order and closing. */
export function writtenFromNotes(
  kind: NoteKind,
  notes: string,
  { language, tone }: { language: NoteLanguage; tone: Tone },
): string {
  return kind === 'mail' ? writtenMail(notes, language, tone) : writtenDay(notes, language);
}

function writtenMail(notes: string, language: NoteLanguage, tone: Tone): string {
  const lines = noteLines(notes);
  const [whole, named = ''] = TO[language].exec(lines[0] ?? '') ?? [];
  const name = NOBODY.test(named) ? '' : named;
  const points = (whole ? lines.slice(1) : lines).map((line) => sentence(line, language));
  const body =
    points.length < LISTED
      ? points.join(language === 'en' ? ' ' : '')
      : [LEAD[language][tone], ...points.map((point) => `${MARK_OF_POINT[language]}${point}`)].join('\n');
  return [GREETING[language](name)[tone], body, CLOSING[language][tone]].filter(Boolean).join('\n\n');
}

function writtenDay(notes: string, language: NoteLanguage): string {
  const partOf = (line: string): DayPart => PARTS.find((part) => PART[language][part].test(line)) ?? 'other';
  // "Done: price list sent" stands under "Done" already.
  const told = (line: string, part: DayPart) =>
    part === 'other'
      ? line
      : line.replace(new RegExp(`^(?:${DAY_WORDS[language][part]}|${MARK[part]})\\s*[:：]\\s*`, 'iu'), '');
  const parts = noteLines(notes).map((line) => {
    const part = partOf(line);
    return { line: sentence(told(line, part), language), part };
  });
  return (['done', 'open', 'next', 'other'] as const)
    .map((part) => ({ part, lines: parts.filter((one) => one.part === part).map(({ line }) => `- ${line}`) }))
    .filter(({ lines }) => lines.length)
    .map(({ part, lines }) => [`${DAY_WORDS[language][part]}${language === 'en' ? ':' : '：'}`, ...lines].join('\n'))
    .join('\n\n');
}

/** Notes that ask. */
const ASKS: Readonly<Record<NoteLanguage, RegExp>> = {
  en: /^(?:can|could|may|is|are|do|does|did|will|would|when|where|how|who|what|which|why)\b/iu,
  zh: /[吗呢]$|能不能|可不可以|是不是|有没有|要不要|是否|可否/u,
  ja: /(?:か|かな)$/u,
};

/** A note with a capital and an end. */
function sentence(note: string, language: NoteLanguage): string {
  const begun = language === 'en' ? note.charAt(0).toUpperCase() + note.slice(1) : note;
  if (/[.!?。！？:：…]$/u.test(begun)) return begun;
  const [stop, question] = language === 'en' ? ['.', '?'] : ['。', '？'];
  return `${begun}${ASKS[language].test(begun) ? question : stop}`;
}
