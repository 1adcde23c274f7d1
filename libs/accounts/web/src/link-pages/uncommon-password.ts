import type { AbstractControl, ValidationErrors } from '@angular/forms';
import { isCommonPassword } from '@moodline/accounts/contract';

/** Refuses a password that is tried first. An empty one is another rule's matter. */
export const uncommonPassword = ({ value }: AbstractControl<string>): ValidationErrors | null =>
  value && isCommonPassword(value) ? { common: true } : null;
