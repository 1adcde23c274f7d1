import { Component, computed, inject, input } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';

/**
 * The page of a report, as it is. It stands in a frame of its own in which nothing runs: the words of comments are in it, and its style is
 * not the one of the product.
 */
@Component({
  selector: 'ml-report-frame',
  template: `<iframe sandbox="allow-popups" [srcdoc]="page()" [title]="label()"></iframe>`,
  styles: `
    :host {
      display: block;
    }

    iframe {
      inline-size: 100%;
      block-size: min(80vh, 900px);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: #ffffff;
    }
  `,
})
export class ReportFrame {
  private readonly sanitizer = inject(DomSanitizer);
  readonly html = input.required<string>();
  readonly label = input.required<string>();
  /** Written by the server, which makes all texts harmless; the sandbox lets nothing run in any case. */
  protected readonly page = computed(() => this.sanitizer.bypassSecurityTrustHtml(this.html()));
}
