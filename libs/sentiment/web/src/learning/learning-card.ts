import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CommentDrawerOpener } from '@moodline/comments/web';
import type { HeadComparison, HeadProposal } from '@moodline/sentiment/contract';
import { describeProblem, HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import { LearningStore } from './learning-store';

/** Comments that are written out; all of them open in the drawer. */
const WRITTEN_OUT = 6;
/** A difference more probable than this may be chance. */
const SIGNIFICANT = 0.05;

/** What a workspace's judgements teach: how far it is, what a head of its own would change, and whether it labels. */
@Component({
  selector: 'ml-learning-card',
  imports: [RouterLink, TranslocoPipe],
  providers: [LearningStore],
  templateUrl: './learning-card.html',
  styleUrl: './learning-card.css',
})
export class LearningCard {
  protected readonly store = inject(LearningStore);
  protected readonly locale = inject(LocaleStore);
  private readonly permissions = inject(HeldPermissions);
  private readonly drawer = inject(CommentDrawerOpener);

  protected readonly may = computed(() => this.permissions.has('roles.write'));
  protected readonly mayCorrect = computed(() => this.permissions.has('labels.correct'));
  protected readonly problem = computed(() =>
    this.store.error() ? describeProblem(this.store.error(), this.locale).message : null,
  );
  protected readonly numbers = computed(() => {
    const { judged = 0, asked = 0, fresh = 0, enough = 0 } = this.store.learning() ?? {};
    const { number } = this.formatted();
    return { judged: number(judged), asked: number(asked), fresh: number(fresh), enough: number(enough) };
  });
  /** Too few judgements to learn anything, and nothing was ever learned. */
  protected readonly isBeginning = computed(() => {
    const learning = this.store.learning();
    return learning !== null && learning.asked < learning.enough && learning.proposal?.state !== 'adopted';
  });
  protected readonly title = computed(() => {
    const learning = this.store.learning();
    if (!learning || learning.able !== 'yes' || this.isBeginning() || !learning.proposal) return this.say('title');
    const { state, own, judged, version } = learning.proposal;
    const values = { judged: this.formatted().number(judged), version, ...this.shares(own) };
    return this.say(`finding.${state}`, values);
  });
  protected readonly changes = computed(() => this.store.learning()?.proposal?.changes ?? []);
  protected readonly writtenOut = computed(() => this.changes().slice(0, WRITTEN_OUT));

  /** How many comments would be labelled again, and how long that takes where it could be measured. */
  protected readonly effort = computed(() => {
    const effort = this.store.effort();
    if (!effort?.comments) return null;
    const formats = this.locale.formats();
    const count = formats.number(effort.comments);
    if (!effort.perSecond) return this.say('effort.count', { count });
    const seconds = effort.comments / effort.perSecond;
    return this.say('effort.time', {
      count,
      time: formats.duration(seconds),
      rate: formats.number(effort.perSecond, 1),
    });
  });

  /** What a proposal rests on, in a sentence for each of its comparisons. */
  protected basis({ own, known, state }: HeadProposal): string[] {
    const lost = state === 'no-better' && own !== null && own.chance < SIGNIFICANT;
    return [
      ...(own
        ? [this.say('basis.own', { n: this.formatted().number(own.n), ...this.shares(own), ...this.flips(own) })]
        : []),
      ...(known
        ? [
            this.say(lost ? 'basis.lost' : 'basis.known', {
              n: this.formatted().number(known.n),
              ...this.shares(known),
            }),
          ]
        : []),
    ];
  }

  protected openChanges(): void {
    this.drawer.open({ ids: this.changes().map(({ commentId }) => commentId) }, this.say('changes.drawer'));
  }

  private shares(comparison: HeadComparison | null) {
    const { n = 0, before = 0, after = 0 } = comparison ?? {};
    const share = (count: number) => (n ? this.locale.formats().percent(count / n, 1) : '–');
    return { before: share(before), after: share(after) };
  }

  private flips({ gained, lost, chance }: HeadComparison) {
    const formats = this.locale.formats();
    const p = chance < 0.001 ? `< ${formats.number(0.001, 3)}` : `= ${formats.number(chance, 3)}`;
    return { gained: formats.number(gained), lost: formats.number(lost), p };
  }

  private formatted() {
    const formats = this.locale.formats();
    return { number: (value: number) => formats.number(value) };
  }

  private say(key: string, values?: Record<string, unknown>): string {
    return this.locale.translate(`learning.${key}`, values);
  }
}
