import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Role, RoleVersion } from '@moodline/sentiment/contract';
import { LocaleStore } from '@moodline/shared/ui';

/** All versions of a prompt, newest first, and when which was put in use. */
@Component({
  selector: 'ml-version-list',
  imports: [TranslocoPipe],
  templateUrl: './version-list.html',
  styleUrl: './version-list.css',
})
export class VersionList {
  protected readonly locale = inject(LocaleStore);

  readonly role = input.required<Role>();
  /** The version that is shown; null while an unsaved prompt is. */
  readonly shown = input.required<number | null>();
  /** The version that an unsaved prompt began as; null when there is none. */
  readonly unsavedFrom = input.required<number | null>();
  readonly chosen = output<number>();
  readonly unsavedChosen = output<void>();

  protected readonly active = computed(() => this.role().role.activeVersion);

  /** What the newest evaluation found, and on which set: versions compare on the same one only. */
  protected measured({ evaluations: [newest] }: RoleVersion): { share: string; set: string } | null {
    if (!newest || newest.accuracy.value === null) return null;
    const { kind, name } = newest.set;
    return {
      share: this.locale.formats().percent(newest.accuracy.value, 1),
      set: kind === 'set' ? name : this.locale.translate(`roles.versions.sets.${kind}`),
    };
  }
}
