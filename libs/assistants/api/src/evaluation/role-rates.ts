/** Of so many texts, the shares without a flaw in per cent: as the model wrote, and as it is shown after the check. */
export interface RoleRates {
  readonly n: number;
  readonly all: { readonly before: number; readonly after: number };
  readonly rules: Readonly<Record<string, { readonly before: number; readonly after: number }>>;
}

/** As `npm run eval -- roles` printed them for the bundled weights. */
export const ROLE_RATES: Readonly<Record<string, RoleRates>> = {};
