import { AppStoreConnector } from './app-store/app-store.connector';
import type { AnyConnector } from './connector';
import { BlueskyConnector } from './bluesky/bluesky.connector';
import { DiscourseConnector } from './discourse/discourse.connector';
import { FeedConnector } from './feed/feed.connector';
import { GitHubConnector } from './github/github.connector';
import { FileUrlConnector } from './file-url/file-url.connector';
import { HackerNewsConnector } from './hacker-news/hacker-news.connector';
import { ImapConnector } from './imap/imap.connector';
import { MastodonConnector } from './mastodon/mastodon.connector';
import { RedditConnector } from './reddit/reddit.connector';
import { YouTubeConnector } from './youtube/youtube.connector';
import { JsonApiConnector } from './json-api/json-api.connector';
import { SteamConnector } from './steam/steam.connector';
import { WebhookConnector } from './webhook/webhook.connector';
import { WeChatConnector } from './wechat/wechat.connector';
import { WeiboConnector } from './weibo/weibo.connector';

/** Every kind of source that can be read, in the order in which people are offered them. A new connector is a folder and a line here. */
export const CONNECTORS: readonly AnyConnector[] = [
  new FeedConnector(),
  new HackerNewsConnector(),
  new RedditConnector(),
  new YouTubeConnector(),
  new MastodonConnector(),
  new BlueskyConnector(),
  new DiscourseConnector(),
  new GitHubConnector(),
  new ImapConnector(),
  new SteamConnector(),
  new AppStoreConnector(),
  new WeiboConnector(),
  new WeChatConnector(),
  new JsonApiConnector(),
  new FileUrlConnector(),
  new WebhookConnector(),
];
