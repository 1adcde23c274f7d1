/** What sites write before a day: `编辑于 2026-03-01`, `投稿日：2026年3月1日`, `Edited Nov 27, 2025`. */
const LABEL =
  /^(?:(?:最后|最近)?(?:编辑|發佈|发布|發表|发表|更新|创建|回答|评论|回复|提交|投稿|作成)(?:于|於|在)|[\p{L} ]{2,20}[:：]|edited|updated)\s*(?=\S{0,12}\s?\d)/iu;
/** What shops write around the day of a review: `Reviewed in Japan on March 1, 2026`, `Rezension aus Österreich vom 1. März 2026`. */
const BEFORE_DAY =
  /^(?:(?:reviewed|rated|posted|written|published|submitted|commented|updated)\b\D{0,60}?\bon|(?:rezension|bewertet|bewertung|kommentiert|geschrieben|verfasst)\b\D{0,60}?\b(?:vom|am)|(?:avis|publié|commenté)(?!\p{L})\D{0,60}?\ble|(?:reseñado|opinión|calificado|publicado)(?!\p{L})\D{0,60}?\bel|(?:recensito|pubblicato)\b\D{0,60}?\bil)\s+(?=\S*\d|[a-z]+\.? \d)/iu;
const AFTER_DAY = /(?<=日)\s*(?:に|在|于)\D{0,30}$/u;
/** A time without what stands in one line with it: labels before it, and words around the day of a review. */
export const withoutLabels = (text: string): string =>
  text.replace(LABEL, '').replace(BEFORE_DAY, '').replace(AFTER_DAY, '');

/** A later time that follows: `2026-03-01 10:00 更新于2026-03-05 09:00`, `3 Mar 2026 (edited)`. */
const CHANGED =
  /(?<=\d\S{0,6})\s*[(（·・,，]?\s*(?:(?:最后|最近)?(?:更新|编辑|編輯|修改)(?:于|於|过|過|済み)?|編集済み|(?:last )?(?:edited|updated|modified)|bearbeitet|modifié|editado)[^\p{L}]?.{0,40}$/iu;
const PROVINCES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|(?:中国)?(?:香港|澳门)|中国台湾|日本';
/** Where a comment was sent from, as Chinese sites write it behind the time: `03-01 北京`, `昨天 12:30广东`, `2天前 · 日本`. */
const PLACE = new RegExp(
  String.raw`(?<=\d|前|天|刚刚|刚才)(?:\s*[·•|]?\s*(?:来自|發自|发自|IP(?:属地)?[:：]?)?\s*(?:${PROVINCES})|\s+(?:[·•|]\s*)?(?:来自|发自|IP属地[:：]?)?\s*(?!.*(?:[年月日号號时時分秒前后後周週]|[上下]午|午[前後]|凌晨|[早晚]上|中午|傍晚|星期|礼拜))\p{Script=Han}{2,6})$`,
  'u',
);
/** `2026.03.01.` and `26.3.1.일` of Korean sites. */
const LAST_DOT = /^(\d{2,4}\.\d{1,2}\.\d{1,2})\.(?:\s?[(（]?[월화수목금토일](?:요일)?[)）]?)?(?=\s|$)/u;

/** Who wrote, as boards of Japan have it behind the time: `2026/03/01(日) 19:00:00.12 ID:abcd1234`. */
const BOARD_ID = /(?<=\d)\s+ID:\S{3,20}(?:\s+BE:\S+)?$/u;

/** Most times: nothing follows them. */
const PLAIN = /^[\d:.,/+\sTZ-]*[\dZ]$/;

/** A time without what follows it: the place it was sent from, when it was changed, the dot and the weekday behind a Korean day. */
export const withoutTrail = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text.replace(BOARD_ID, '').replace(CHANGED, '').replace(PLACE, '').replace(LAST_DOT, '$1').trim();
