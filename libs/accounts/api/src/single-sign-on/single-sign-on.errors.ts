import { DomainError } from '@moodline/shared/http';

const STATUS_AND_WORDS = {
  'sso-off': [409, 'Signing in by an identity provider is not set up here. Use e-mail and password.'],
  'sso-set-by-environment': [
    409,
    'The identity provider is set by the environment (OIDC_ISSUER and others). Change it there and start again. Nothing was changed.',
  ],
  'sso-unreachable': [
    422,
    'The identity provider did not answer as one. Nobody was signed in and nothing was changed. Try again later, or sign in with e-mail and password.',
  ],
  'sso-private': [
    400,
    'The address of the identity provider is not on the public internet. If it is in your own network, allow private addresses. Nothing was changed.',
  ],
  'sso-plain': [
    400,
    'The identity provider is not asked over http, because who you are would travel readable. Use https, or allow private addresses for one in your own network. Nothing was changed.',
  ],
  'sso-refused': [403, 'The identity provider did not sign you in. Try again, or ask whoever runs it.'],
  'sso-ended': [
    400,
    'This sign-in was begun in another browser, was finished already or took longer than ten minutes. Begin anew.',
  ],
  'sso-invalid': [
    400,
    'What the identity provider answered does not fit what was asked. Nobody was signed in. Begin anew; if it comes back, an owner looks at the log.',
  ],
  'sso-unconfirmed': [
    403,
    'The identity provider does not say that your e-mail address is confirmed. Confirm it there, and try again.',
  ],
  'sso-unknown': [403, 'Nobody here has your e-mail address. Ask an owner for an invitation.'],
  'sso-owner': [
    403,
    'An owner is not let in by an e-mail address alone. Set a password in the settings first: it is asked for once, to connect the two.',
  ],
  'sso-taken': [
    409,
    'Whoever has this e-mail address here comes in by another account of the identity provider. An owner can disconnect it on the members page.',
  ],
  'sso-removed': [403, 'You were removed here. Ask an owner for an invitation.'],
  'sso-password': [401, 'Your account here has a password. Give it once, to connect the two.'],
  'sso-fresh': [
    403,
    'Sign in once more by the identity provider, and set the password within ten minutes after it. Nothing was changed.',
  ],
} as const satisfies Record<string, readonly [number, string]>;

/** What can go wrong when people sign in by an identity provider. */
export type SingleSignOnFault = keyof typeof STATUS_AND_WORDS;

export class SingleSignOnError extends DomainError {
  constructor(readonly fault: SingleSignOnFault) {
    const [status, words] = STATUS_AND_WORDS[fault];
    super(fault, words, status);
  }
}
