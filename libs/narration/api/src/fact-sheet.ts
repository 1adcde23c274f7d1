import type { Fact, FactDraft } from '@moodline/narration/contract';

/** The facts of one text, numbered from F1 in the order in which they are found. */
export class FactSheet {
  private readonly list: Fact[] = [];

  get facts(): readonly Fact[] {
    return this.list;
  }

  /** @returns the fact with its id */
  add(draft: FactDraft): Fact {
    const fact: Fact = { ...draft, id: `F${this.list.length + 1}` };
    this.list.push(fact);
    return fact;
  }
}
