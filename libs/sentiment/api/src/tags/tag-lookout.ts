import { Injectable } from '@nestjs/common';
import { CommentRepository } from '@moodline/comments/api';
import type { JudgedText } from '../learning/judged-texts.query';
import { tellingWords } from './telling-words';
import { TagTexts } from './tag-texts.query';

/** Comments that are looked at for a tag. */
const LOOKED_AT = 150;

/** Looks for comments that may have a tag: the newest with words that its examples have and others have not. */
@Injectable()
export class TagLookout {
  constructor(
    private readonly texts: TagTexts,
    private readonly comments: CommentRepository,
  ) {}

  /** @returns those whose features are not known yet */
  async look(workspaceId: number, tagId: number, featuresBy: string): Promise<JudgedText[]> {
    const { examples, drawn } = await this.texts.wordsOf(workspaceId, tagId);
    const themeWords = tellingWords(examples, drawn);
    // Without its index the search would read all texts.
    if (!themeWords.length || !(await this.comments.searchIndexed(workspaceId))) return [];
    const timeZone = await this.comments.timeZone(workspaceId);
    const found = await this.comments.page(
      { workspaceId, timeZone, from: null, to: null, themeWords, searchIndexed: true },
      { sort: 'newest', limit: LOOKED_AT },
    );
    const fresh = await this.texts.withoutFeatures(
      workspaceId,
      found.items.map(({ id }) => id),
      featuresBy,
    );
    return found.items
      .filter(({ id, text }) => fresh.has(id) && text)
      .map(({ id, text, language }) => ({ commentId: id, text, language }));
  }
}
