import { Injectable } from '@angular/core';

/** Prompts that were changed and not saved: they are still there when one comes back to the role. Gone with the page. */
@Injectable({ providedIn: 'root' })
export class UnsavedPrompts {
  private readonly prompts = new Map<string, { readonly base: number; readonly system: string }>();

  get(role: string): { readonly base: number; readonly system: string } | undefined {
    return this.prompts.get(role);
  }

  keep(role: string, prompt: { readonly base: number; readonly system: string } | null): void {
    if (prompt) this.prompts.set(role, prompt);
    else this.prompts.delete(role);
  }
}
