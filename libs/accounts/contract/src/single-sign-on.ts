import * as z from 'zod';
import { nameSchema } from './account';
import { codeSchema } from './second-factor';

/** What people become whom an allowed domain lets in. Never an owner: the word of a provider alone makes none. */
export const DOMAIN_ROLES = ['viewer', 'analyst'] as const;

/** A domain of e-mail addresses, such as `example.com`. */
export const emailDomainSchema = z
  .hostname()
  .max(200)
  .toLowerCase()
  .regex(/\.[a-z][a-z0-9-]*[a-z0-9]$/, 'A domain such as example.com')
  .meta({ format: 'hostname' });

/** What describes a provider, apart from its secret. */
const providerSchema = z.object({
  /** What the button of the sign-in page says. */
  name: nameSchema,
  /** Address below which `/.well-known/openid-configuration` lies. */
  issuer: z.url({ protocol: /^https?$/ }).max(500),
  clientId: z.string().trim().min(1).max(300),
  /** Everybody with a confirmed e-mail address of one of these comes in. */
  domains: z.array(emailDomainSchema).max(50),
  /** As what they come in. */
  role: z.enum(DOMAIN_ROLES),
  /** Whether a sign-in there stands for the code of an authenticator app as well. */
  replacesSecondStep: z.boolean(),
  /** Whether the provider may stand in a private network. */
  allowPrivate: z.boolean(),
});

/** `PUT /api/single-sign-on`. A secret that is left out stays; null takes it away. */
export const saveProviderSchema = providerSchema.extend({ clientSecret: z.string().max(2000).nullable().optional() });
export type SaveProvider = z.infer<typeof saveProviderSchema>;

/** `GET /api/single-sign-on`: for owners. */
export const singleSignOnSchema = z.object({
  provider: providerSchema.extend({ hasSecret: z.boolean() }).nullable(),
  /** Whether the environment sets it: then it is changed there. */
  fromEnvironment: z.boolean(),
  /** The address that the provider has to know. */
  redirectUri: z.string(),
});
export type SingleSignOnState = z.infer<typeof singleSignOnSchema>;

/** `GET /api/session/single-sign-on`: what the sign-in page offers; null where there is nothing to offer. */
export const signInOfferSchema = z.object({ name: z.string().nullable() });
export type SignInOffer = z.infer<typeof signInOfferSchema>;

/** `POST /api/session/single-sign-on`: begins. `next` is a path of the dashboard; `invitation` the token of a link to join. */
export const beginSignInSchema = z.object({
  next: z
    .string()
    .max(1000)
    .regex(/^\/(?![/\\])[^\s\\]*$/)
    .optional(),
  invitation: z.string().min(20).max(100).optional(),
});
export type BeginSignIn = z.infer<typeof beginSignInSchema>;

/** Where the browser goes on. */
export const signInBegunSchema = z.object({ url: z.string() });
export type SignInBegun = z.infer<typeof signInBegunSchema>;

/** `POST /api/session/single-sign-on/finish`: what is asked for after the provider: a password once, a code each time. */
export const finishSignInSchema = z.object({
  password: z.string().min(1).max(200).optional(),
  code: codeSchema.optional(),
});
export type FinishSignIn = z.infer<typeof finishSignInSchema>;

/** Answer of it: where the browser wanted to go. */
export const signInFinishedSchema = z.object({ next: z.string() });
export type SignInFinished = z.infer<typeof signInFinishedSchema>;
