import type { Exhibit, Fact } from '@moodline/chat/contract';
import type { CommentFilter } from '@moodline/shared/contract';
import type { Period } from '@moodline/trends/contract';

/** What opens the comments behind a fact. */
export interface Behind {
  readonly commentIds?: readonly number[];
  readonly filter?: CommentFilter;
}

/** The facts and pictures of an answer, numbered as they come. */
export class FactSheet {
  readonly facts: Fact[] = [];
  readonly exhibits: Exhibit[] = [];
  /** The period the facts are about, where it is another than the one asked for. */
  period: Period | null = null;

  /** @param body the fields behind the id, the first of which is the kind: `net mood | 2026-05-03..2026-05-09 | -11 | n=412` */
  add(body: string, { commentIds = [], filter }: Behind): void {
    const id = `F${this.facts.length + 1}`;
    const kind = body.split(' | ')[0] ?? '';
    this.facts.push({ id, kind, line: `${id} | ${body}`, commentIds: [...commentIds], filter: filter ?? null });
  }

  show(exhibit: Exhibit): void {
    this.exhibits.push(exhibit);
  }
}
