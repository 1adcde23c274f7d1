import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleStore } from '@moodline/shared/ui';
import type { Annotation } from '@moodline/trends/contract';
import { AnnotationActions } from './annotation-actions';
import { annotationLink, annotationMoment, annotationWords } from './annotation-words';

/** Annotations one below the other: when, what, by whom; what people wrote can be changed and removed. */
@Component({
  selector: 'ml-annotation-items',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './annotation-items.html',
  styleUrl: './annotation-items.css',
})
export class AnnotationItems {
  protected readonly actions = inject(AnnotationActions);
  protected readonly locale = inject(LocaleStore);

  readonly annotations = input.required<readonly Annotation[]>();

  protected readonly moment = annotationMoment;
  protected readonly words = annotationWords;
  protected readonly link = annotationLink;
}
