/** English words about signing in by an identity provider. */
export const singleSignOn = {
  title: 'Single sign-on',
  text: 'People may sign in by the identity provider of your organisation (OpenID Connect).',
  open: 'Open single sign-on',
  subtitle:
    'The sign-in page then has one more button. Whoever is a member here keeps their role; the first time, their password here is asked for once. E-mail and password go on working.',
  or: 'or',
  with: 'Continue with {{name}}',
  going: 'Going there…',
  codeText: 'You are known there. Now enter the six digits that your authenticator app shows, or a recovery code.',
  passwordText:
    'You are known there, and somebody here has your e-mail address. If that is you, enter your password here once: from then on you come in without it.',
  provider: 'Identity provider',
  fromEnvironment: 'Set by the environment of the server (OIDC_ISSUER and others), and changed there.',
  redirect: 'Register Moodline at the provider as a web application, with this redirect address:',
  name: 'Name on the button',
  nameHint: 'As your people call it.',
  issuer: 'Issuer',
  issuerHint: 'The address below which /.well-known/openid-configuration lies.',
  issuerWrong: 'Enter an address that begins with https://',
  clientId: 'Client ID',
  clientIdWrong: 'Enter the client ID that the provider gave you',
  clientSecret: 'Client secret',
  secretHint: 'Leave empty if the provider gave none.',
  secretKept: 'It is kept sealed. Leave empty to keep it; for another issuer it has to be entered again.',
  domains: 'Allowed e-mail domains',
  domainsHint:
    'Everybody with a confirmed address of these comes in without an invitation. Leave empty to let in members and invited people only.',
  domainsWrong: 'Enter domains such as example.com, separated by commas',
  role: 'They come in as',
  roleHint: 'Nobody becomes an owner this way. Owners change roles on the members page.',
  replaces: 'It replaces the second step',
  replacesHint:
    'Whoever has turned the second step on here is not asked for a code after it. For providers that ask for one themselves.',
  private: 'Allow addresses in private networks',
  privateHint: 'For a provider in your own network. Also allows http.',
  asking: 'Asking the provider…',
  saved: 'The provider has answered. Single sign-on is on.',
  remove: 'Turn single sign-on off',
  removeSure: 'Turn it off for everybody?',
  removed: 'Single sign-on is off. Open sessions go on.',
};

export const singleSignOnErrors = {
  'sso-off': 'Single sign-on is not set up here. Use e-mail and password.',
  'sso-set-by-environment':
    'The provider is set by the environment of the server. Change it there. Nothing was changed.',
  'sso-unreachable':
    'The identity provider did not answer as one. Nobody was signed in and nothing was changed. Try again later, or use e-mail and password.',
  'sso-private':
    'This address is not on the public internet. If the provider stands in your own network, allow private addresses. Nothing was changed.',
  'sso-plain':
    'Over http, who signs in would travel readable. Use https, or allow private addresses for a provider in your own network. Nothing was changed.',
  'sso-refused': 'The identity provider did not sign you in. Try again, or ask whoever runs it.',
  'sso-ended':
    'This sign-in was begun in another browser, was finished already, or took longer than ten minutes. Begin anew.',
  'sso-invalid':
    'What the identity provider answered does not fit what was asked. Nobody was signed in. Begin anew; if it comes back, ask an owner to look at the log.',
  'sso-unconfirmed':
    'The identity provider does not say that your e-mail address is confirmed. Confirm it there, and try again.',
  'sso-unknown': 'You are known there, but nobody here has your e-mail address. Ask an owner for an invitation.',
  'sso-owner':
    'An owner is not let in by an e-mail address alone. Sign in by the owner link, set a password in the settings, and come back: it is asked for once.',
  'sso-taken':
    'Whoever has this e-mail address here comes in by another account of the provider. An owner can disconnect it on the members page.',
  'sso-removed': 'You were removed here. Ask an owner for an invitation.',
  'sso-password': 'Enter your password here once, to connect the two.',
  'sso-fresh':
    'For a first password, sign out, come in once more by the identity provider, and set it within ten minutes. Nothing was changed.',
};
