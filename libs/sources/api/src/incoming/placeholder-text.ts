import { isPlaceholder } from '@moodline/comments/contract';

/** How programs write that there is nothing. */
const NOTHING = /^(?:nan|null|none|nil|n\/a|#n\/a|undefined|na|<na>|-|\\n|\(null\))$/i;

/** What sites show in the place of a comment that is gone or was never written. */
const STAND_INS: readonly RegExp[] = [
  /^\[?(?:deleted|removed|unavailable|deleted by user|removed by reddit|removed by moderator)\]$/i,
  /^\[(?:deleted|removed)\b[^\]]{0,60}\]$/i,
  /^(?:this )?(?:comment|post|message|tweet|review) (?:has been |was |is )?(?:deleted|removed|unavailable|hidden)(?: by (?:a |the )?(?:moderators?|author|user|admins?|reddit|owner))?\.?$/i,
  /^(?:该|此|这条|本)?(?:评论|内容|微博|回复|留言|帖子|弹幕)(?:内容)?(?:已经?)?被?(?:原?作者|用户|楼主|管理员|系统|版主)?(?:已经?)?(?:被)?(?:删除|屏蔽|隐藏|折叠)了?[。.]?$/u,
  /^(?:此|该)?用户(?:没有|未)(?:及时)?(?:填写|作出|写)(?:任何)?(?:评价|评论)(?:内容)?[,，。！!]?(?:系统)?(?:默认好评)?[。！!]?$/u,
  /^(?:系统)?默认好评[!！。]?$/u,
  /^(?:\d+天内)?(?:买家|评价方|用户|顾客)未(?:及时)?[作做]出(?:任何)?评[价论](?:[,，]?系统默认(?:为)?好评)?[!！。]?$/u,
  /^@… (?:has|have) (?:joined|left|been added to|been removed from) .{0,80}$/i,
  /^joined the server\.$/i,
  /^(?:<@\w{2,}>|@\S{1,40}) (?:has|have) (?:joined|left) (?:the |this )?(?:channel|group|server|chat|conversation|workspace)\.?$/i,
  // What stands in chats in the place of what was sent.
  /^<?(?:media|image|photo|video|audio|sticker|gif|document|contact card) omitted>?$/i,
  /^<(?:medien ausgeschlossen|médias? omis|multimedia omitido|mídia oculta|media omessi|省略媒体文件|メディアを除外|미디어 파일 생략됨)>$/iu,
  /^(?:bild|video|audio|sticker|gif|dokument) weggelassen$/i,
  /^(?:imagen|video|audio|sticker|gif|documento) omitid[oa]$|^(?:imagem|vídeo|áudio|figurinha|documento) ocult(?:ad)?[oa]$|^(?:image|vidéo|document) absente?$|^(?:immagine omessa|(?:video|audio|documento) omesso)$|^(?:afbeelding|video|audio|sticker) weggelaten$|^(?:изображение|видео|аудио|стикер) (?:отсутствует|пропущено)$|^(?:gambar|video|audio|stiker) tidak disertakan$|^(?:görüntü|video|ses|çıkartma) dahil edilmedi$/iu,
  /^["“「]?.{1,30}?["”」]?撤回了一条消息$/u,
  /^(?:you deleted this message|diese nachricht wurde gelöscht|du hast diese nachricht gelöscht|se eliminó este mensaje|ce message a été supprimé)\.?$/iu,
  /^\[(?:图片|圖片|照片|表情|动画表情|語音|语音|视频|視頻|文件|链接|位置|名片|红包|スタンプ|写真|動画|ボイスメッセージ|ファイル|사진|동영상|이모티콘|스티커|photo|sticker|image|video|voice message)\]$/iu,
  /^(?:사진|동영상|이모티콘|삭제된 메시지입니다\.?|メッセージの送信を取り消しました)$/u,
  /^(?:抱歉|对不起)[,，]此微博已被作者删除.{0,40}$/u,
  /^(?:この)?(?:コメント|投稿|レビュー|ツイート)は?(?:投稿者により|管理者により)?(?:削除されました|表示できません)[。.]?$/u,
];

/** Whether a cell is empty in the words of a program: `nan`, `NULL`, `N/A`. */
export const isNothing = (value: string): boolean => NOTHING.test(value.trim());

/** Whether a text stands in the place of a comment: `[deleted]`, `该评论已删除`, `默认好评`. */
export function isStandIn(value: string): boolean {
  const text = value.trim();
  return isPlaceholder(text) || (text.length <= 80 && STAND_INS.some((form) => form.test(text)));
}
