/** Phrases by which support and brands answer; two of them, or one of the telling ones, make an official reply. */
const OFFICIAL: readonly RegExp[] = [
  /感谢您?(?:的)?(?:反馈|支持|关注|来信|理解|宝贵意见|咨询)/u,
  /(?:给您)?(?:带来|造成)(?:的)?不便[^。！!]{0,12}(?:抱歉|歉意|谅解)/u,
  /深表歉意|非常抱歉|十分抱歉/u,
  /请您?(?:私信|联系)(?:我们|客服|官方)/u,
  /(?:我们|小编|客服)(?:会|将|已)(?:尽快|第一时间|为您)/u,
  /^(?:亲|您好|尊敬的)[^。！!]{0,10}[，,：:~～!！]/u,
  /祝您(?:生活|购物|使用)愉快/u,
  /\bthank(?:s| you) for (?:contacting|reaching out|your (?:feedback|patience|message|review|support)|letting us know|bringing this)/iu,
  /\b(?:we(?:'re| are)|we apologi[sz]e|our apologies)[^.!?]{0,40}\b(?:sorry|inconvenience)\b|\bwe apologi[sz]e\b/iu,
  /\bplease (?:dm|message|contact|reach out to|e?-?mail) (?:us|our (?:support|team))/iu,
  /\bour (?:support |customer |dev(?:eloper)? )?team (?:will|is|has|would)/iu,
  /(?:お問い合わせ|ご連絡|ご意見|ご利用|ご指摘)(?:いただき|頂き|を)?[^。]{0,10}(?:ありがとうございます|感謝)/u,
  /(?:ご迷惑|ご不便)を?(?:お掛け|おかけ)/u,
  /(?:サポート|お客様窓口|DM)(?:まで|に)ご(?:連絡|相談)/u,
];
const RAFFLE: readonly RegExp[] = [
  /(?:转发|轉發|关注|評論|评论|点赞)[^。\n]{0,30}(?:抽|送出|赢取|赢得|中奖)/u,
  /抽\s?(?:出|取|奖)?\s?(?:[一二三四五六七八九十]|\d{1,4})\s?(?:位|名|人|个)/u,
  /(?:抽奖|抽獎)(?:详情|活动|结果|平台|规则)|@微博抽奖平台/u,
  /\b(?:giveaway|sweepstakes?|raffle)\b[^.!?\n]{0,80}\b(?:enter|win|follow|retweet|rt|repost|like|tag)\b/iu,
  /\b(?:follow|retweet|rt|repost|like|tag)\b[^.!?\n]{0,60}\b(?:to win|for a chance|to enter)\b/iu,
  /(?:フォロー|リポスト|RT|リツイート|いいね)[^。\n]{0,30}(?:抽選|プレゼント|当たる)/iu,
  /抽選で[^。\n]{0,20}(?:名様|プレゼント)/u,
];
/** Longer texts are stories. */
const LONGEST = 600;

/** Whether a text reads like the answer of a company to a customer. */
export function isOfficialReply(text: string): boolean {
  return text.length <= LONGEST && OFFICIAL.filter((pattern) => pattern.test(text)).length >= 2;
}

/** Whether a text announces a raffle or asks to share for a prize. */
export const isRaffle = (text: string): boolean =>
  text.length <= LONGEST && RAFFLE.some((pattern) => pattern.test(text));
