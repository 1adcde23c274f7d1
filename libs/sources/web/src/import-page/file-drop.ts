import { Component, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { FILE_ENDINGS } from './import-file';

/** A place to drop a file on, which is a button for choosing one too. */
@Component({
  selector: 'ml-file-drop',
  imports: [TranslocoPipe],
  templateUrl: './file-drop.html',
  styleUrl: './file-drop.css',
})
export class FileDrop {
  /** Name and size of the file that is chosen; null before. */
  readonly chosen = input<string | null>(null);
  readonly file = output<File>();

  protected readonly accepted = FILE_ENDINGS.join(',');
  protected readonly over = signal(false);

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.take(event.dataTransfer?.files ?? null);
  }

  protected hover(event: DragEvent): void {
    // Without this the browser opens the file instead.
    event.preventDefault();
    this.over.set(true);
  }

  protected pick(picker: HTMLInputElement): void {
    this.take(picker.files);
    // Choosing the same file again, after it was corrected, is a choice too.
    picker.value = '';
  }

  private take(files: FileList | null): void {
    const file = files?.[0];
    if (file) this.file.emit(file);
  }
}
