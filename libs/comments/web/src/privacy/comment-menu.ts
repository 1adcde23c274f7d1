import { CdkMenu, CdkMenuItem, CdkMenuItemCheckbox, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Comment, type Facet, FACETS } from '@moodline/comments/contract';
import { HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import { FacetCorrections } from '../facets/facet-corrections';
import { FACET_NAMES, facetWords, machineFacetWords } from '../facets/facet-words';
import { CommentCounting } from '../leaving-out/comment-counting';
import { Tagging } from '../tags/tagging';
import { Forgetting } from './forgetting';

/** What else can be done with a comment. Not there for people who may do none of it. */
@Component({
  selector: 'ml-comment-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuItemCheckbox, CdkMenuItemRadio, CdkMenuTrigger, TranslocoPipe],
  template: `
    @if (useful()) {
      <button
        class="open"
        type="button"
        [cdkMenuTriggerFor]="menu"
        [attr.aria-label]="'comments.privacy.menu.open' | transloco"
        [title]="'comments.privacy.menu.open' | transloco"
      >
        <span aria-hidden="true">⋯</span>
      </button>
      <ng-template #menu>
        <div class="floating menu" cdkMenu>
          @if (corrections.allowed() && !comment().erasedAt) {
            @for (facet of facets; track facet) {
              <button
                class="item"
                type="button"
                cdkMenuItem
                [cdkMenuTriggerFor]="choices"
                [cdkMenuTriggerData]="{ facet }"
              >
                {{ 'filter.' + facet + '.title' | transloco }}: {{ words(facet) }}
                <span aria-hidden="true">›</span>
              </button>
            }
          }
          @if (tagging.allowed() && !comment().erasedAt && tagging.tags().length) {
            <button class="item" type="button" cdkMenuItem [cdkMenuTriggerFor]="tags">
              {{ 'comments.tags.menu' | transloco }}
              <span aria-hidden="true">›</span>
            </button>
          }
          @if (counting.allowed() && comment().leftOut !== 'kind') {
            <button
              class="item"
              type="button"
              cdkMenuItem
              (cdkMenuItemTriggered)="counting.set(comment(), comment().leftOut ? null : 'own-account')"
            >
              {{ 'comments.leavingOut.' + (comment().leftOut ? 'countAfterAll' : 'leaveOut') | transloco }}
            </button>
          }
          @if (mayForget()) {
            <button class="item" type="button" cdkMenuItem (cdkMenuItemTriggered)="forgetting.ask(comment())">
              {{ 'comments.privacy.menu.forget' | transloco }}
            </button>
          }
        </div>
      </ng-template>
      <ng-template #tags>
        <div class="floating menu" cdkMenu>
          @for (tag of tagging.tags(); track tag.id) {
            <button
              class="item"
              type="button"
              cdkMenuItemCheckbox
              [cdkMenuItemChecked]="tagging.has(comment(), tag.id)"
              (cdkMenuItemTriggered)="tagging.toggle(comment(), tag)"
            >
              <span class="mark" aria-hidden="true">{{ tagging.has(comment(), tag.id) ? '✓' : '' }}</span>
              {{ tag.name }}
            </button>
          }
        </div>
      </ng-template>
      <ng-template #choices let-facet="facet">
        <div class="floating menu" cdkMenu>
          @for (value of values(facet); track value) {
            <button
              class="item"
              type="button"
              cdkMenuItemRadio
              [cdkMenuItemChecked]="isSaid(facet, value)"
              (cdkMenuItemTriggered)="corrections.say(comment(), facet, value)"
            >
              <span class="mark" aria-hidden="true">{{ isSaid(facet, value) ? '✓' : '' }}</span>
              {{ 'filter.' + facet + '.' + value | transloco }}
            </button>
          }
          @if (isCorrected(facet)) {
            <button
              class="item"
              type="button"
              cdkMenuItem
              (cdkMenuItemTriggered)="corrections.say(comment(), facet, null)"
            >
              <span class="mark" aria-hidden="true">↺</span>
              {{ 'comments.facet.withdraw' | transloco: { machine: machine(facet) } }}
            </button>
          }
        </div>
      </ng-template>
    }
  `,
  styleUrl: './comment-menu.css',
})
export class CommentMenu {
  protected readonly forgetting = inject(Forgetting);
  private readonly permissions = inject(HeldPermissions);

  readonly comment = input.required<Comment>();

  protected readonly counting = inject(CommentCounting);
  protected readonly mayForget = computed(() => this.permissions.has('comments.forget') && !this.comment().erasedAt);
  protected readonly tagging = inject(Tagging);
  protected readonly corrections = inject(FacetCorrections);
  private readonly locale = inject(LocaleStore);
  protected readonly facets = FACET_NAMES;
  protected readonly useful = computed(() => this.mayForget() || this.counting.allowed());

  protected values(facet: Facet): readonly string[] {
    return FACETS[facet].options;
  }

  protected isSaid(facet: Facet, value: string): boolean {
    return this.comment()[facet]?.value === value;
  }

  protected isCorrected(facet: Facet): boolean {
    return Boolean(this.comment()[facet]?.correction);
  }

  /** What counts, or that the machine is unsure, or was not asked. */
  protected words(facet: Facet): string {
    const comment = this.comment();
    const unsure = comment[facet]?.machine ? 'comments.facet.unsure' : 'comments.facet.unknown';
    return facetWords(comment, facet, this.locale) ?? this.locale.translate(unsure);
  }

  protected machine(facet: Facet): string {
    return machineFacetWords(this.comment(), facet, this.locale) ?? this.locale.translate('comments.facet.unknown');
  }
}
