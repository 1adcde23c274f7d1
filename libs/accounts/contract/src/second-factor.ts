import * as z from 'zod';

/** How many codes open the account once each where the app is lost. */
export const RECOVERY_CODES = 10;

/** `GET /api/account/second-factor`: whether signing in asks for a code of an authenticator app. */
export const secondFactorSchema = z.object({
  on: z.boolean(),
  /** When it was turned on. */
  since: z.iso.datetime().nullable(),
  recoveryCodesLeft: z.number().int(),
});
export type SecondFactorState = z.infer<typeof secondFactorSchema>;

/** `POST /api/account/second-factor` and `POST /api/account/second-factor/off`: both ask for the present password. */
export const secondFactorPasswordSchema = z.object({ currentPassword: z.string().min(1).max(200) });
export type SecondFactorPassword = z.infer<typeof secondFactorPasswordSchema>;

/** What an authenticator app needs; it counts once a code of it was given. */
export const secondFactorSetupSchema = z.object({
  /** For apps that take no picture. Base32. */
  secret: z.string(),
  /** `otpauth://` */
  uri: z.string(),
  /** The same as a QR code: modules a side, and the dark ones as a path of SVG. */
  qr: z.object({ size: z.number().int(), path: z.string() }),
});
export type SecondFactorSetup = z.infer<typeof secondFactorSetupSchema>;

/** A code of an authenticator app, or a recovery code. Spaces and dashes do not matter. */
export const codeSchema = z.string().trim().min(6).max(40);

/** `POST /api/account/second-factor/confirm` */
export const confirmSecondFactorSchema = z.object({ code: codeSchema });
export type ConfirmSecondFactor = z.infer<typeof confirmSecondFactorSchema>;

/** Answer of `POST /api/account/second-factor/confirm`: the only time that they are shown. */
export const recoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof recoveryCodesSchema>;
