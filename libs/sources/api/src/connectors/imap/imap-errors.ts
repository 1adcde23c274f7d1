import type { ImapFlowError } from 'imapflow';
import { connectionError } from '../http/http.errors';
import { SourceError } from '../source.errors';

/** How a mailbox is reached. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'plain';
}

/** What keeps a mailbox from being read, in words for those who set it up. What the server says of it is not repeated: it may name the account. */
export function mailProblem(error: unknown, { host, port, security }: MailServer): SourceError {
  if (error instanceof SourceError) return error;
  const { authenticationFailed, code = '', serverResponseCode = '', throttleReset } = error as ImapFlowError;
  if (serverResponseCode === 'LIMIT' || serverResponseCode === 'OVERQUOTA' || code === 'ETHROTTLE')
    return new SourceError(
      'source-rate-limited',
      `${host} asks for less for a while. Moodline waits; choose a slower schedule if this goes on.`,
      throttleReset ? new Date(Date.now() + throttleReset) : null,
    );
  if (serverResponseCode === 'UNAVAILABLE' || serverResponseCode === 'INUSE')
    return new SourceError(
      'source-unavailable',
      `${host} has trouble of its own. Moodline tries again at the next time.`,
    );
  if (authenticationFailed) return refused(host);
  if (security === 'starttls' && /STARTTLS/u.test((error as Error).message))
    return new SourceError(
      'source-certificate',
      `${host} offers no encryption on port ${port}, so neither password nor mail was sent. Choose TLS and port 993.`,
    );
  if (/WRONG_VERSION|UNEXPECTED_MESSAGE|HTTP_REQUEST|PACKET_LENGTH/u.test(code))
    return new SourceError(
      'source-certificate',
      `${host} does not speak TLS on port ${port}. Choose STARTTLS for port 143, or TLS for port 993.`,
    );
  const certificate = certificateProblem(code, host);
  if (certificate) return new SourceError('source-certificate', certificate);
  if (/^CONNECT_TIMEOUT$|^GREETING_TIMEOUT$|^ETIMEOUT$|^UPGRADE_TIMEOUT$/u.test(code))
    return new SourceError(
      'source-timed-out',
      `${host} did not answer on port ${port} in time. Check the port; Moodline tries again at the next time.`,
    );
  if (/^(?:LineTooLarge|LiteralTooLarge|ResponseTooLarge|TooMany)/u.test(code))
    return new SourceError(
      'source-too-large',
      `${host} sent more at once than a mail may have, so nothing was read of it.`,
    );
  if (/^(?:Parser|InvalidResponse|UnexpectedTag|MissingTag|MAX_IMAP)/u.test(code))
    return new SourceError(
      'malformed-answer',
      `What ${host} answers on port ${port} is not IMAP. Check host and port.`,
    );
  return connectionError(error, host);
}

const refused = (host: string) =>
  new SourceError(
    'source-unauthorised',
    `${host} does not accept user name and password. Many providers want an app password for programs, and IMAP switched on in the settings of the mailbox.`,
  );

/** The folder is not there. @param there names of those that are */
export function noFolder(name: string, host: string, there: readonly string[]): SourceError {
  const known = there.length ? ` There are: ${there.join(', ')}.` : '';
  return new SourceError('source-not-found', `There is no folder “${name}” at ${host}.${known}`);
}

function certificateProblem(code: string, host: string): string | null {
  if (/HAS_EXPIRED/u.test(code))
    return `The certificate of ${host} has expired, so no password was sent. Its operator has to renew it.`;
  if (/ALTNAME_INVALID/u.test(code))
    return `The certificate of ${host} is for another name, so no password was sent. Enter the name that the provider gives for IMAP.`;
  if (/SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET)|ISSUER/u.test(code))
    return `The certificate of ${host} was signed by nobody this machine knows, so no password was sent. For a server of your own, the operator can start Moodline with NODE_EXTRA_CA_CERTS=FILE, the certificate of your authority.`;
  return null;
}
