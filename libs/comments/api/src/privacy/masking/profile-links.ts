import type { PersonalPattern } from './personal-pattern';

const NAME = '@?[\\w.%-]{1,60}';
/** First parts of a path that lead to a place of the site, not to a person. */
const NO_NAME =
  '(?!(?:home|search|explore|hashtag|i|share|intent|settings|login|signup|about|tos|privacy|help|jobs|p|reel|reels|tv|stories|watch|events?|groups?|marketplace|ajax|detail|topic|video|topics|features|pricing|orgs|apps|download)(?![\\w-]))';

/** Sites and where the pages of a person lie. Whatever lies below them (`/status/1`) goes, too: it bears the name. */
const PLACES = [
  `weibo\\.(?:com|cn)/(?:u/|n/|p/\\d|profile/)?${NO_NAME}[\\w%-]{1,60}`,
  'space\\.bilibili\\.com/\\d{1,20}',
  `(?:x|twitter|instagram|facebook|vk|ok)\\.(?:com|ru)/(?:profile\\.php\\?id=\\d{1,20}|${NO_NAME}${NAME})`,
  '(?:tiktok|medium|threads|youtube)\\.(?:com|net)/@[\\w.%-]{1,60}',
  'youtube\\.com/(?:c|user|channel)/[\\w%-]{1,60}',
  'douyin\\.com/user/[\\w-]{1,100}',
  'xiaohongshu\\.com/user/profile/\\w{1,40}',
  'kuaishou\\.com/profile/\\w{1,40}',
  '(?:zhihu|douban)\\.com/people/[\\w-]{1,60}',
  'user\\.qzone\\.qq\\.com/\\d{1,12}',
  'tieba\\.baidu\\.com/home/main\\?[\\w=&%.-]{1,200}',
  'linkedin\\.com/in/[\\w%-]{1,100}',
  'reddit\\.com/u(?:ser)?/[\\w-]{1,40}',
  'bsky\\.app/profile/[\\w.:-]{1,100}',
  'steamcommunity\\.com/(?:id|profiles)/[\\w-]{1,60}',
  'snapchat\\.com/add/[\\w.-]{1,40}',
  'line\\.me/(?:r/)?ti/p/[\\w~@%.-]{1,60}',
  '(?:t\\.me|wa\\.me|github\\.com)/(?!(?:orgs|features|topics|joinchat|share)/)[\\w+-]{1,60}(?!/?[\\w/])',
].join('|');

/** Addresses of people's pages, whatever stands before and behind the person's part. */
export const PROFILE_LINKS: readonly PersonalPattern[] = [
  {
    mark: '[profile]',
    hint: /\.(?:com|cn|me|app|net|ru)\//iu,
    finds: new RegExp(
      `(?<![\\w.-])(?:https?://)?(?:(?:www|m|mobile|web)\\.)?(?:${PLACES})(?:[/?#][!-~]{0,300})?`,
      'giu',
    ),
  },
  // On the fediverse every site has its own name.
  { mark: '[profile]', hint: /\/@/, finds: /https?:\/\/[\w.-]{3,100}\/@[\w.@-]{1,100}(?:[/?#][!-~]{0,300})?/giu },
];

const PROFILE_PAGE = new RegExp(
  `^https?://(?:(?:www|m|mobile|web)\\.)?(?:(?:${PLACES})|[\\w.-]{3,100}/@[\\w.@-]{1,100})/?(?:[?#].{0,2000})?$`,
  'iu',
);

/** Whether an address is the page of a person, and not that of something they wrote. */
export const isProfilePage = (address: string): boolean => PROFILE_PAGE.test(address);
