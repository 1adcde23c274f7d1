import { Injectable } from '@nestjs/common';
import { CommentRepository } from '@moodline/comments/api';
import type { Comment } from '@moodline/comments/contract';
import { headProbabilities, LanguageModel, unpackFeatures } from '@moodline/language-model/api';
import type { SuggestionKind, TagSuggestion } from '@moodline/sentiment/contract';
import { textForModel } from '../label-decision';
import { TAGGED } from '../learning/learn-tag';
import { differentFirst } from '../review/different-first';
import { TagHeads } from './tag-heads.repository';
import { TagTexts } from './tag-texts.query';
import { tellingWords, wordsIn } from './telling-words';

/** Comments that are shown at once, and those that they are picked from for being unlike the others. */
const SHOWN = 20;
const PICKED_FROM = 60;
/** One of so many is drawn at random. */
const DRAWN_EVERY = 3;
/**
 * The first of the drawn comments, this share of them and no more than so many, are asked in the order of drawing and shown for nothing
 * else: they tell how often a tag occurs.
 */
const ASKED_SHARE = 0.4;
const MOST_ASKED = 60;

interface Told {
  readonly commentId: number;
  readonly probability: number;
  readonly drawn: boolean;
  /** It was looked for by the words of examples, of this tag or another. */
  readonly found: boolean;
}

/** Comments of which nobody has said whether they have a tag. */
@Injectable()
export class TagSuggestions {
  constructor(
    private readonly model: LanguageModel,
    private readonly texts: TagTexts,
    private readonly heads: TagHeads,
    private readonly comments: CommentRepository,
  ) {}

  /** @returns none as long as the tag is not learned */
  async of(workspaceId: number, tagId: number, kind: SuggestionKind): Promise<TagSuggestion[]> {
    const { featuresBy } = this.model.inForce('label');
    const [newest] = featuresBy ? await this.heads.versions(workspaceId, tagId, featuresBy) : [];
    const head = newest && (await this.heads.head(workspaceId, tagId, newest.version));
    if (!featuresBy || !head) return [];
    const [open, all] = await Promise.all([
      this.texts.open(workspaceId, tagId, featuresBy),
      this.texts.drawn(workspaceId, featuresBy),
    ]);
    const asked = Math.min(MOST_ASKED, Math.floor(ASKED_SHARE * all));
    const groups = new Set<number>();
    const told = open.flatMap(({ commentId, groupId, text, features, drawn, place }): Told[] => {
      const isAsked = drawn && place <= asked;
      // Of copies one is shown; a drawn one is asked in any case.
      if (groups.has(groupId) && !isAsked) return [];
      groups.add(groupId);
      const probability = headProbabilities(head, unpackFeatures(features), textForModel(text))?.[TAGGED] ?? 0;
      return [{ commentId, probability, drawn: isAsked, found: !drawn }];
    });
    const { threshold } = newest.lesson.best;
    const picked = told.filter(({ drawn }) => !drawn);
    return kind === 'likely'
      ? this.likely(workspaceId, tagId, picked)
      : this.telling(workspaceId, {
          picked: mostDoubtful(picked, threshold),
          drawn: told.filter(({ drawn }) => drawn),
        });
  }

  /**
   * The most probable ones; those first that share words with the examples. With few examples a head knows little of what a comment is
   * about, and its words tell more.
   */
  private async likely(workspaceId: number, tagId: number, picked: readonly Told[]): Promise<TagSuggestion[]> {
    const { examples, drawn } = await this.texts.wordsOf(workspaceId, tagId);
    const words = tellingWords(examples, drawn);
    const found = picked.filter((one) => one.found);
    const looked = [...new Set([...mostProbable(picked), ...mostProbable(found)])];
    const shown = await this.shown(workspaceId, looked);
    const shared = shown.map((one) => ({ ...one, words: wordsIn(one.comment.text, words) }));
    return shared
      .sort((a, b) => Number(b.words.length > 0) - Number(a.words.length > 0) || b.probability - a.probability)
      .slice(0, SHOWN);
  }

  private async telling(
    workspaceId: number,
    { picked, drawn }: { picked: readonly Told[]; drawn: readonly Told[] },
  ): Promise<TagSuggestion[]> {
    const doubtful = await this.shown(workspaceId, picked.slice(0, PICKED_FROM));
    const order = differentFirst(
      doubtful.map(({ comment }) => comment.text),
      [],
    );
    const asked = await this.shown(workspaceId, drawn.slice(0, SHOWN));
    const mixed: TagSuggestion[] = [];
    for (const place of order) {
      const next = doubtful[place];
      if (mixed.length % DRAWN_EVERY === DRAWN_EVERY - 1 && asked.length) mixed.push(asked.shift() as TagSuggestion);
      if (next) mixed.push(next);
    }
    return [...mixed, ...asked].slice(0, SHOWN);
  }

  private async shown(workspaceId: number, told: readonly Told[]): Promise<TagSuggestion[]> {
    const comments = await this.comments.byIds(
      workspaceId,
      told.map(({ commentId }) => commentId),
    );
    const byId = new Map(comments.map((comment): [number, Comment] => [comment.id, comment]));
    return told.flatMap(({ commentId, probability, drawn }) => {
      const comment = byId.get(commentId);
      return comment ? [{ comment, probability, drawn, words: [] }] : [];
    });
  }
}

const mostProbable = (told: readonly Told[]) =>
  told.toSorted((a, b) => b.probability - a.probability || a.commentId - b.commentId).slice(0, PICKED_FROM);

/** Those first that are nearest to the threshold, whose answer moves it. */
function mostDoubtful(told: readonly Told[], threshold: number): Told[] {
  const odds = (probability: number) => Math.log((probability + 1e-6) / (1 - probability + 1e-6));
  const doubt = ({ probability }: Told) => Math.abs(odds(probability) - odds(threshold));
  return told.toSorted((a, b) => doubt(a) - doubt(b) || a.commentId - b.commentId);
}
