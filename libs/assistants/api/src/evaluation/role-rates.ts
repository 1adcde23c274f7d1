import { BUNDLED_MODEL, type RolePrompt, type RoleRates, type RoleSeed } from '@moodline/language-model/api';
import rates from './role-rates.json';

/** As `npm run eval -- roles` left them in tmp/role-rates.json for the bundled weights, by the name of the role. */
export const ROLE_RATES: Readonly<Record<string, RoleRates>> = rates;

/** Below so many per cent of texts without a flaw the bundled model is not asked: people would wait for words that are thrown away. */
const WORTH_ASKING = 40;

/** What was measured of a role, in a share of 1 of so many texts. */
export interface MeasuredShare {
  readonly n: number;
  readonly share: number;
}

/** What was measured of the bundled model in a shipped prompt; null for another model and for a changed prompt, which are given their chance. */
export function measuredOf(seed: RolePrompt, { version }: RolePrompt, model: string): MeasuredShare | null {
  const rates = ROLE_RATES[seed.name];
  if (!rates || model !== BUNDLED_MODEL || version !== seed.version) return null;
  return { n: rates.n, share: rates.all.before / 100 };
}

/** Whether a share of texts without a flaw is too small to ask. */
export const isTooWeak = (share: number) => share < WORTH_ASKING / 100;

/** The measured share where it is too small to ask. */
export function tooWeak(seed: RolePrompt, role: RolePrompt, model: string): MeasuredShare | null {
  const measured = measuredOf(seed, role, model);
  return measured && isTooWeak(measured.share) ? measured : null;
}

/** When the bundled model is not asked in a role: `never`, where it writes too little that passes (`weak`), or whatever it writes (`always`). */
export type ByRules = 'never' | 'weak' | 'always';

/** Seeds with the rates that were measured for them. */
export const withRates = (seeds: readonly RoleSeed[], when: ByRules): RoleSeed[] =>
  seeds.map((seed) => {
    const measured = ROLE_RATES[seed.name];
    if (!measured) return seed;
    const byRules = when === 'always' || (when === 'weak' && isTooWeak(measured.all.before / 100));
    return { ...seed, about: { ...seed.about, rates: { ...measured, byRules } } };
  });
