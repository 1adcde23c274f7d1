import { DialogRef } from '@angular/cdk/dialog';
import { Component, computed, ElementRef, inject, signal, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@moodline/shared/ui';
import { type Command, Commands, matchingCommands } from './commands';

/** A field and a list of everything by name: type, choose with the arrows, Enter. */
@Component({
  selector: 'ml-command-palette',
  imports: [Icon, TranslocoPipe],
  templateUrl: './command-palette.html',
  styleUrl: './command-palette.css',
})
export class CommandPalette {
  private readonly dialog = inject(DialogRef);
  private readonly commands = inject(Commands);
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');

  protected readonly query = signal('');
  protected readonly matches = computed(() => [
    ...matchingCommands(this.commands.all(), this.query()),
    ...this.commands.search(this.query()),
  ]);
  private readonly wanted = signal(0);
  /** Index of the chosen command; −1 without matches. */
  protected readonly chosen = computed(() => Math.min(this.wanted(), this.matches().length - 1));

  protected type(query: string): void {
    this.query.set(query);
    this.wanted.set(0);
  }

  protected press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const count = this.matches().length;
    if (event.key === 'Enter') this.run(this.matches()[this.chosen()]);
    else if (event.key === 'ArrowDown') this.choose((this.chosen() + 1) % count);
    else if (event.key === 'ArrowUp') this.choose((this.chosen() + count - 1) % count);
    else return;
    event.preventDefault();
  }

  protected run(command: Command | undefined): void {
    if (!command) return;
    this.dialog.close();
    command.run();
  }

  /** The group's name is shown above its first command, unless the list is a search result. */
  protected startsGroup(index: number): boolean {
    return this.query() === '' && this.matches()[index]?.group !== this.matches()[index - 1]?.group;
  }

  private choose(index: number): void {
    if (Number.isNaN(index)) return;
    this.wanted.set(index);
    this.list().nativeElement.querySelectorAll('[role=option]')[index]?.scrollIntoView?.({ block: 'nearest' });
  }
}
