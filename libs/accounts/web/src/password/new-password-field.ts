import { Component, computed, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule, type FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { PASSWORD_LENGTH, PASSWORD_STRENGTHS, passwordStrength } from '@moodline/accounts/contract';
import { Reveal } from '@moodline/shared/ui';
import { startWith, switchMap } from 'rxjs';

/** The field of a password that is being chosen: it can be shown, says how strong it is while it is typed, and what is wrong with it. */
@Component({
  selector: 'ml-new-password-field',
  imports: [ReactiveFormsModule, Reveal, TranslocoPipe],
  templateUrl: './new-password-field.html',
  styleUrl: './new-password-field.css',
  host: { class: 'field' },
})
export class NewPasswordField {
  readonly inputId = input('password');
  /** Key of its name. */
  readonly label = input('accounts.password');
  /** Key of what stands below it while nothing is wrong. */
  readonly hint = input('accounts.account.passwordHint');
  readonly control = input.required<FormControl<string>>();

  private readonly event = toSignal(
    toObservable(this.control).pipe(switchMap((control) => control.events.pipe(startWith(null)))),
  );
  protected readonly wrong = computed(() => {
    this.event();
    const { touched, invalid } = this.control();
    return touched && invalid;
  });
  /** What is said of its strength; null while there is nothing to say something of. */
  protected readonly strength = computed(() => {
    this.event();
    const { value } = this.control();
    if (!value) return null;
    const missing = Math.max(0, PASSWORD_LENGTH - value.length);
    const found = passwordStrength(value);
    const words = missing ? 'short' : found;
    return { found, missing, key: `accounts.strength.${words}`, bars: PASSWORD_STRENGTHS.indexOf(found) };
  });
  /** The strength for those who hear it: not how many signs are missing, which changes with each key. */
  protected readonly announced = computed(() => {
    const strength = this.strength();
    return strength && !strength.missing ? strength.key : '';
  });
  protected readonly error = computed(() => {
    this.event();
    return this.control().hasError('common') ? 'accounts.errors.commonPassword' : 'accounts.errors.shortPassword';
  });
}
