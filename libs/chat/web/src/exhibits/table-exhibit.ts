import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { LocaleStore } from '@moodline/shared/ui';
import { cellWords, isNumber } from './cell-words';

/** A small table of an answer. Numbers stand at the right; an empty cell is a dash. */
@Component({
  selector: 'ml-table-exhibit',
  template: `
    <div class="table-scroll">
      <table class="table">
        <thead>
          <tr>
            @for (column of columns(); track $index) {
              <th scope="col" [class.number]="isNumeric($index)">{{ column }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track $index) {
            <tr>
              @for (cell of row; track $index) {
                <td [class.number]="isNumeric($index)">{{ words(cell) }}</td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styleUrl: './table-exhibit.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TableExhibit {
  private readonly locale = inject(LocaleStore);

  readonly columns = input.required<readonly string[]>();
  readonly rows = input.required<readonly (readonly (string | number | null)[])[]>();

  protected isNumeric(column: number): boolean {
    const cells = this.rows().map((row) => row[column] ?? null);
    return cells.some((cell) => cell !== null) && cells.every((cell) => cell === null || isNumber(cell));
  }

  protected words(cell: string | number | null): string {
    return cellWords(cell, this.locale.language());
  }
}
