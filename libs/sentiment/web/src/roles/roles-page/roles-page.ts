import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RoleSummary } from '@moodline/sentiment/contract';
import { describeProblem, HeldPermissions, keptAnswer, LocaleStore, NO_QUESTION } from '@moodline/shared/ui';
import { RolesClient } from '../roles.client';

/** A part the model plays, with its prompt in each language. */
interface RoleGroup {
  readonly title: string;
  readonly purpose: string;
  readonly roles: readonly RoleSummary[];
}

/** All roles of the product: what each is for, which version is in force. */
@Component({
  selector: 'ml-roles-page',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './roles-page.html',
  styleUrl: './roles-page.css',
})
export class RolesPage {
  private readonly client = inject(RolesClient);
  protected readonly locale = inject(LocaleStore);

  protected readonly may = inject(HeldPermissions).has('roles.write');

  protected readonly list = keptAnswer(NO_QUESTION, () => this.client.list());
  protected readonly problem = computed(() =>
    this.list.failure() ? describeProblem(this.list.failure(), this.locale).message : null,
  );
  protected readonly groups = computed<RoleGroup[]>(() => {
    const roles = [...(this.list.value() ?? [])].sort((a, b) => order(a) - order(b));
    const groups = Map.groupBy(roles, ({ own, name, title }) => (own ? name : title.en));
    return [...groups.values()].map((same) => ({
      title: same[0] ? this.locale.text(same[0].title) : '',
      purpose: same[0] ? this.locale.text(same[0].purpose) : '',
      roles: same,
    }));
  });
}

const LANGUAGES = [null, 'zh', 'en', 'ja'];

/** Own roles come first, then labels, as they decide every number. Of each role the languages in the order of everywhere else. */
const order = ({ name, language, own }: RoleSummary) =>
  own ? -1 : name === 'label' ? 0 : 1 + LANGUAGES.indexOf(language);
