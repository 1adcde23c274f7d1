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

  protected share({ evaluations }: RoleVersion): string | null {
    const value = evaluations[0]?.accuracy.value;
    return value === undefined || value === null ? null : this.locale.formats().percent(value, 1);
  }
}
