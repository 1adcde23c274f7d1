import { Component, computed, ElementRef, inject, input, model, output, signal, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { readKeyword, splitKeywords, wordForms, type KeywordBox as KeywordBoxValue } from '@moodline/comments/contract';
import { Icon, LocaleStore } from '@moodline/shared/ui';

let boxes = 0;

/** A box of keywords: Enter or a comma adds one, Backspace takes the last one back into the field, a pasted list becomes many. */
@Component({
  selector: 'ml-keyword-box',
  imports: [Icon, TranslocoPipe],
  templateUrl: './keyword-box.html',
  styleUrl: './keyword-box.css',
})
export class KeywordBox {
  private readonly locale = inject(LocaleStore);

  /** Which of the boxes it is: its words stand under this name. */
  readonly name = input.required<'any' | 'all' | 'none'>();
  readonly value = model.required<KeywordBoxValue>();
  /** Something is wrong that only the whole form knows. */
  readonly problem = input('');

  /** Words in the field that are not taken yet. */
  readonly typed = output<readonly string[]>();

  protected readonly id = `keyword-box-${++boxes}`;
  protected readonly fault = signal('');
  /** What was done last, for those who do not see the chips. */
  protected readonly news = signal('');
  /** Forms of the words that would be found, too. */
  protected readonly forms = computed(() => [...new Set(this.value().words.flatMap(wordForms))].slice(0, 6).join(', '));
  protected readonly message = computed(() => this.fault() || this.problem());
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  protected press(event: KeyboardEvent): void {
    // While an input method composes, Enter chooses a word of it.
    if (event.isComposing) return;
    const field = this.field().nativeElement;
    const inQuotes = (field.value.match(/"/g)?.length ?? 0) % 2 === 1;
    if (event.key === 'Enter' || (/^[,，、]$/.test(event.key) && !inQuotes)) {
      if (event.key === 'Enter' && !field.value.trim()) return;
      event.preventDefault();
      this.take();
    } else if (event.key === 'Backspace' && !field.value && this.value().words.length) {
      event.preventDefault();
      const last = this.value().words.at(-1) ?? '';
      this.remove(last);
      field.value = last;
    }
  }

  protected paste(event: ClipboardEvent): void {
    const words = splitKeywords(event.clipboardData?.getData('text') ?? '');
    if (words.length < 2) return;
    event.preventDefault();
    this.add(words);
  }

  /** Takes what was typed for a keyword; also when the field is left, so that nothing typed is lost on saving. */
  protected take(): void {
    const field = this.field().nativeElement;
    const left = this.add(splitKeywords(field.value));
    field.value = left.join(', ');
    this.typed.emit([]);
  }

  /** While a word is typed it counts already, for those who show what the box would take. */
  protected type(): void {
    this.fault.set('');
    const typed = splitKeywords(this.field().nativeElement.value).filter(
      (word) => typeof readKeyword(word) !== 'string',
    );
    this.typed.emit(typed);
  }

  protected setAccents(exactAccents: boolean): void {
    this.value.update((box) => ({ ...box, exactAccents }));
  }

  protected setForms(wordForms: boolean): void {
    this.value.update((box) => ({ ...box, wordForms }));
  }

  protected setCase(exactCase: boolean): void {
    this.value.update((box) => ({ ...box, exactCase }));
  }

  protected removeChip(word: string): void {
    this.remove(word);
    this.field().nativeElement.focus();
  }

  private remove(word: string): void {
    this.value.update((box) => ({ ...box, words: box.words.filter((other) => other !== word) }));
    this.news.set(this.locale.translate('monitors.box.removed', { word }));
  }

  /** @returns what is no keyword */
  private add(words: readonly string[]): string[] {
    const faults = words.flatMap((word) => {
      const read = readKeyword(word);
      return typeof read === 'string' ? [{ word, fault: read }] : [];
    });
    const wrong = new Set(faults.map(({ word }) => word));
    const good = words.filter((word) => !wrong.has(word) && !this.value().words.includes(word));
    if (good.length) {
      this.value.update((box) => ({ ...box, words: [...box.words, ...good] }));
      this.news.set(this.locale.translate('monitors.box.added', { words: good.join(', ') }));
    }
    const [first] = faults;
    this.fault.set(first ? this.locale.translate(`monitors.fault.${first.fault}`, { word: first.word }) : '');
    return [...wrong];
  }
}
