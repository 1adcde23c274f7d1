import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, inject, input } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RoleSummary } from '@moodline/sentiment/contract';
import { LocaleStore } from '@moodline/shared/ui';

const SAID_MS = 4_000;

/** How a program runs the role: as it is, and with a schema that its answers are held to. */
@Component({
  selector: 'ml-role-api',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <section class="card" aria-labelledby="api-title">
      <h2 id="api-title">{{ 'roles.api.title' | transloco }}</h2>
      <p class="muted">{{ 'roles.api.text' | transloco }}</p>
      @for (call of calls(); track call.key) {
        <div>
          <h3>{{ 'roles.api.' + call.key | transloco }}</h3>
          <pre tabindex="0">{{ call.command }}</pre>
          <button class="button button-quiet" type="button" (click)="copy(call.command)">
            {{ 'roles.api.copy' | transloco }}
          </button>
        </div>
      }
      <p class="small">
        <a routerLink="/settings">{{ 'roles.api.keys' | transloco }}</a>
        @if (role().own) {
          · <a routerLink="/try" [queryParams]="{ role: role().name }">{{ 'roles.api.try' | transloco }}</a>
        }
      </p>
    </section>
  `,
  styles: `
    .card {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-3);
    }
    h2 {
      font-size: var(--font-16);
    }
    h3 {
      font-size: var(--font-12);
    }
    pre {
      overflow-x: auto;
      padding: var(--space-3);
      border-radius: var(--radius);
      background: var(--hover);
      font-size: var(--font-12);
      line-height: 1.5;
    }
  `,
})
export class RoleApi {
  private readonly clipboard = inject(Clipboard);
  private readonly toasts = inject(MatSnackBar);
  private readonly locale = inject(LocaleStore);

  readonly role = input.required<RoleSummary>();

  protected readonly calls = computed(() => {
    const { sample } = this.role();
    const texts = [sample || 'text'];
    const schema = {
      type: 'object',
      properties: {
        topic: { enum: ['delivery', 'quality', 'price'], description: 'What is it about?' },
        refund: { type: 'boolean', description: 'Does it ask for money back?' },
      },
    };
    return [
      { key: 'plain', command: this.command({ texts }) },
      { key: 'choices', command: this.command({ texts, choices: ['yes', 'no'] }) },
      { key: 'schema', command: this.command({ texts, schema }) },
    ] as const;
  });

  protected copy(command: string): void {
    const said = this.clipboard.copy(command) ? 'roles.api.copied' : 'roles.api.copyFailed';
    this.toasts.open(this.locale.translate(said), undefined, { duration: SAID_MS });
  }

  /** For a shell: quotes within the text are ended and begun again. */
  private command(body: unknown): string {
    const data = JSON.stringify(body, null, 2).replaceAll("'", "'\\''");
    return [
      `curl ${location.origin}/api/roles/${this.role().name}/run \\`,
      `  -H 'Authorization: Bearer KEY' -H 'Content-Type: application/json' \\`,
      `  -d '${data}'`,
    ].join('\n');
  }
}
