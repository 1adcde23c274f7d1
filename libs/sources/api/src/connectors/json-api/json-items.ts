import type { IncomingComment } from '@moodline/comments/api';
import { readCount } from '../../incoming/comment-row';
import { htmlToText } from '../../incoming/html-text';
import { siteDateReader } from '../dates/site-dates';
import { SourceError } from '../source.errors';
import type { WalkEntry } from '../walk-back';
import type { JsonApiConfig } from './json-api-config';
import { JsonPath } from './json-path';

/** Reads the answers of one interface as its settings say. */
export class JsonItems {
  private readonly items: JsonPath;
  private readonly paths: Readonly<
    Record<'id' | 'text' | 'time' | 'author' | 'likes' | 'link' | 'parent' | 'version', JsonPath | null>
  >;

  /** @param habits the zone of the workspace, and the clock */
  constructor(
    private readonly config: JsonApiConfig,
    private readonly habits: { readonly timeZone: string; now(): Date },
  ) {
    const path = (written: string) => (written ? new JsonPath(written) : null);
    const { id, text, time, author, likes, link, parent, version } = config;
    // The list and all that is in it are one and the same for people.
    this.items = new JsonPath(config.items.replace(/(?:\[\*\]|\.\*)$/, '') || '$');
    this.paths = {
      id: path(id),
      text: path(text),
      time: path(time),
      author: path(author),
      likes: path(likes),
      link: path(link),
      parent: path(parent),
      version: path(version),
    };
  }

  /**
   * The comments of an answer.
   * @param base address of the answer, for links that are not whole
   * @throws SourceError when there is no list where it should be
   */
  read(answer: unknown, base: URL): WalkEntry[] {
    const items = this.items.list(answer);
    if (!items)
      throw new SourceError(
        'malformed-answer',
        `There is no list at ${this.items.written} in the answer of ${base.host}. Check the place of the list in the settings of this source.`,
      );
    const readDate = siteDateReader({
      timeZone: this.config.timeZone || this.habits.timeZone,
      sample: items.map((item) => this.text('time', item)),
      now: this.habits.now(),
    });
    return items.map((item) => {
      const time = readDate(this.text('time', item)) ?? new Date(Number.NaN);
      return { time, comment: this.comment(item, time, base) };
    });
  }

  private comment(item: unknown, publishedAt: Date, base: URL): IncomingComment {
    const text = this.text('text', item);
    return {
      externalId: this.text('id', item),
      text: this.config.html ? htmlToText(text) : text,
      publishedAt,
      author: this.text('author', item) || null,
      engagement: readCount(this.text('likes', item)),
      permalink: webAddress(this.text('link', item), base),
      parentId: this.text('parent', item) || null,
      version: this.text('version', item) || null,
    };
  }

  private text(name: keyof JsonItems['paths'], item: unknown): string {
    return this.paths[name]?.text(item) ?? '';
  }
}

function webAddress(link: string, base: URL): string | null {
  if (!link || !URL.canParse(link, base.href)) return null;
  const { protocol, href } = new URL(link, base);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
