import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

@Component({
  selector: 'ml-not-found',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <div class="page">
      <section class="empty-state">
        <h1>{{ 'shell.notFound.title' | transloco }}</h1>
        <p>{{ 'shell.notFound.text' | transloco }}</p>
        <a class="button button-primary" routerLink="/">{{ 'shell.notFound.action' | transloco }}</a>
      </section>
    </div>
  `,
})
export class NotFound {}
