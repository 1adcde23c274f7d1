import type { RoleRates, RoleSeed } from '@moodline/language-model/api';
import rates from './role-rates.json';

/** As `npm run eval -- roles` left them in tmp/role-rates.json for the bundled weights, by the name of the role. */
export const ROLE_RATES: Readonly<Record<string, RoleRates>> = rates;

/** Seeds with the rates that were measured for them. */
export const withRates = (seeds: readonly RoleSeed[]): RoleSeed[] =>
  seeds.map((seed) => {
    const measured = ROLE_RATES[seed.name];
    return measured ? { ...seed, about: { ...seed.about, rates: measured } } : seed;
  });
