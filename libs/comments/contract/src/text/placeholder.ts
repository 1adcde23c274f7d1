/** What stands around a placeholder without changing it. */
const AROUND =
  /^[\s"'“”‘’「」『』()（）[\]【】<>《》{}*_~`|.。,，!！…:：;；—–-]+|[\s"'“”‘’「」『』()（）[\]【】<>《》{}*_~`|.。,，!！…:：;；—–-]+$/gu;

/** Values that programs write where there is no text. */
const EMPTY_VALUES =
  /^(?:nan|null|nil|none|undefined|n\/?a|#n\/a|not available|no (?:text|comment|content|body|description|review)(?: (?:provided|given|available))?|empty|无|無|空|暂无|暫無|なし|該当なし)$/u;

const THING_EN =
  '(?:comment|post|message|review|tweet|reply|content|video|submission|answer|question|status|item|thread)';
const GONE_EN =
  '(?:deleted|removed|hidden|withdrawn|unavailable|retracted|redacted|blocked|flagged|withheld|moderated|erased|collapsed|not available|no longer available)';
const ENGLISH = [
  `(?:this |the |your |a )?(?:${THING_EN} )?(?:(?:has|have|had) been |was |were |is |been )?(?:temporarily |permanently |automatically )?${GONE_EN}(?: (?:by|from|for|due to|because of|as) (?:(?:the|a|an|its|our|your|their) )?[\\w' -]{1,60})?`,
  `(?:deleted|removed|hidden|unavailable) ${THING_EN}`,
  `(?:deleted|removed) by (?:user|author|moderators?|mods?|admins?|owner|poster|reddit)`,
  `(?:message|comment|post) (?:deleted|removed)`,
  "(?:sorry, )?this (?:content|comment|post|tweet|message) (?:isn't|isn’t|is not) available(?: (?:right now|anymore|any more|in your country))?",
  '(?:the )?(?:user|author|buyer|customer|reviewer) (?:has |did )?(?:not )?(?:left|leave|written|write|wrote|provided?|given?|gave)(?: (?:no|a|any))? (?:comments?|reviews?|text|feedback|content)',
  '(?:no )?(?:written )?review(?: text)? not provided',
];

const THING_ZH =
  '(?:条|個|个|篇|則|则)?(?:评论|評論|内容|內容|微博|回复|回覆|留言|帖子|贴子|消息|动态|回答|文章|视频|評价|评价|笔记|弹幕)';
const GONE_ZH = '(?:删除|刪除|屏蔽|移除|隐藏|隱藏|折叠|撤回|清空|下架|封禁|和谐|不可见|不可見|过滤)';
const CHINESE = [
  `(?:抱歉|很抱歉|对不起)?[,， ]?(?:该|此|這|这|本|原|您的|你的)?${THING_ZH}(?:已经|已經|已|现已|因[^。]{1,24}(?:已|被|而))?(?:被|經|经)?(?:原?作者|用户|用戶|发布者|發布者|楼主|博主|up主|管理员|管理員|版主|系统|系統|平台|微博|对方)?(?:自行|主动)?(?:已)?${GONE_ZH}(?:了)?`,
  `(?:已|已经|已被|被)(?:作者|用户|管理员|版主|系统|楼主)?${GONE_ZH}(?:的?${THING_ZH})?`,
  `(?:作者|用户|管理员|版主|系统|楼主|发布者)(?:已经?|自行)?${GONE_ZH}(?:了)?(?:该|此|这|本)?(?:${THING_ZH})?`,
  `(?:该|此|这|这个)?(?:用户|用戶|买家|賣家|会员|顾客|消费者|评价方)(?:没有|沒有|未|暂未|并未|还没有?)(?:填写|填寫|写下|写|发表|留下|作出|做出|提交|撰写)?(?:任何)?(?:评价|評價|评论|評論|内容|文字|反馈)(?:内容|文字)?`,
  '(?:系统|系統)?(?:默认|默認|自动)(?:好评|好評|五星好评|评价|評價)(?:[!！。])?',
  '(?:评价方)?(?:未及时|超时未|未在规定时间内)(?:做出|作出)?评价[,， ]?系统默认好评',
  '(?:暂无|没有|无)(?:评价|评论|内容|文字)(?:内容)?',
  '(?:抱歉)?[,， ]?(?:由于作者设置|根据作者隐私设置)[,， ]?你暂时没有这条微博的查看权限哦?',
  '(?:该|此)?(?:账号|帐号|用户)(?:已|被)(?:注销|封禁|禁言)',
  '(?:转发|轉發|快转|快轉)(?:微博|理由)?',
];

const THING_JA =
  '(?:この|その|当該)?(?:コメント|投稿|メッセージ|レビュー|返信|ツイート|ポスト|内容|コンテンツ|質問|回答|書き込み|口コミ|クチコミ)';
const GONE_JA = '(?:削除|非表示に|非公開に|取り消|撤回|制限|除去)';
const JAPANESE = [
  `${THING_JA}(?:は|が|を)?(?:(?:投稿者|本人|作者|管理者|運営|モデレーター|ユーザー|システム)(?:によって|により|が|に))?(?:既に|すでに)?${GONE_JA}(?:され(?:ました|ています|た|ている)|しました|した|となりました|になりました|済み(?:です)?|なりました)?`,
  '(?:投稿者|本人|作者|管理者|運営|モデレーター|ユーザー)(?:によって|により|が)(?:削除|非表示に)(?:され(?:ました|た)|しました|した)',
  '(?:削除|非表示)(?:済み|されました|された(?:コメント|投稿|メッセージ))?',
  '(?:レビュー|コメント|本文|テキスト)(?:は|が)?(?:ありません|なし|未記入|未入力)',
  '(?:この)?(?:コメント|投稿|コンテンツ|ツイート|ポスト)は(?:ご利用|表示)(?:いただけません|できません)',
];

const WHOLE = new RegExp(`^(?:${[...ENGLISH, ...CHINESE, ...JAPANESE].join('|')})$`, 'u');
/** Longer texts are somebody's words. */
const LONGEST = 160;
/** Verbs that are a placeholder only in brackets or with what was removed: `removed` alone may be somebody's answer. */
const BARE = /^(?:hidden|blocked|flagged|collapsed|erased|moderated|is (?:deleted|removed)|was blocked)$/u;

/**
 * Whether a text is nobody's opinion but what a site or a program puts where there is none: `[deleted]`, `Comment removed by
 * moderator`, `NaN`, `该评论已删除`, `系统默认好评`, `このコメントは削除されました`. Only the whole text counts.
 */
export function isPlaceholder(text: string): boolean {
  if (text.length > LONGEST) return false;
  const folded = text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
  const bare = folded.replace(AROUND, '').trim();
  if (!bare) return false;
  if (EMPTY_VALUES.test(bare)) return true;
  if (BARE.test(bare)) return /^[[【(（<{]/u.test(folded);
  return WHOLE.test(bare);
}
