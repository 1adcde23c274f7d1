import { afterNextRender, Component, DestroyRef, ElementRef, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { TranslocoPipe } from '@jsverse/transloco';
import { fromEvent } from 'rxjs';

/**
 * Around an `<input type="password">`: a button that shows what was typed and hides it again (OWASP ASVS 2.1.12). Sending the form hides
 * it, so that a browser remembers a password and not a text. While it is shown no spelling checker reads it.
 */
@Component({
  selector: 'ml-reveal',
  imports: [TranslocoPipe],
  template: `
    <ng-content />
    <button class="link-button" type="button" (click)="show(!shown())">
      <span aria-hidden="true">{{ (shown() ? 'ui.reveal.hide' : 'ui.reveal.show') | transloco }}</span>
      <span class="visually-hidden">{{ (shown() ? 'ui.reveal.hideTyped' : 'ui.reveal.showTyped') | transloco }}</span>
    </button>
  `,
  styleUrl: './reveal.css',
})
export class Reveal {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly shown = signal(false);

  constructor() {
    const ended = inject(DestroyRef);
    afterNextRender(() => {
      const input = this.input();
      input.spellcheck = false;
      input.autocapitalize = 'none';
      // Before the form's own listener, whatever that does with the field.
      if (input.form)
        fromEvent(input.form, 'submit', { capture: true })
          .pipe(takeUntilDestroyed(ended))
          .subscribe(() => this.show(false));
    });
  }

  protected show(shown: boolean): void {
    this.shown.set(shown);
    this.input().type = shown ? 'text' : 'password';
  }

  private input(): HTMLInputElement {
    const input = this.host.querySelector('input');
    if (!input) throw new Error('ml-reveal stands around an input');
    return input;
  }
}
