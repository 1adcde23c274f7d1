import type { Notice } from '@moodline/notify/contract';
import { createTransport } from 'nodemailer';
import { DeliveryError } from '../delivery-error';
import type { LetterMail } from '../delivery/letters';
import { connectionError } from '../line/connection-error';
import type { ChannelPlugin, Dispatch, Payload } from './channel-plugin';
import { htmlMail, textMail } from './mail-body';

const TIMEOUT_MS = 20_000;
/** Replies of a mail server that ask to come again later (RFC 5321, 4.2.1). */
const TRANSIENT = /^4/;

interface SmtpConfig {
  readonly host: string;
  readonly port: number;
  readonly security: 'starttls' | 'tls' | 'none';
  readonly user?: string;
  readonly from: string;
  readonly to: readonly string[];
}

/** E-mail through a server of the user (RFC 5321), text and HTML. */
export const smtpChannel: ChannelPlugin = {
  kind: 'smtp',
  restMs: 0,
  // The Message-ID is the same for each attempt, but hardly a server looks at it before it takes a message.
  idempotent: false,

  render: (notice: Notice, _config, mail): Payload[] => [
    mail ? letterPayload(mail) : { subject: oneLine(notice.title), text: textMail(notice), html: htmlMail(notice) },
  ],

  async send(payload: Payload, { setup, key, line, now }: Dispatch): Promise<void> {
    const { host, port, security, user, from, to } = setup.config as unknown as SmtpConfig;
    const address = await line.addressOf(host, setup.allowPrivate);
    const { password } = setup.secrets;
    const transport = createTransport({
      // The address that was checked, and not the name again.
      host: address,
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      tls: { servername: host },
      ...(user && password && { auth: { user, pass: password } }),
      connectionTimeout: TIMEOUT_MS / 2,
      greetingTimeout: TIMEOUT_MS / 2,
      socketTimeout: TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    try {
      const sent = await transport.sendMail({
        from,
        to: [...to],
        date: now,
        messageId: `<${key}@moodline>`,
        ...payload,
        headers: { 'Auto-Submitted': 'auto-generated', ...(payload['headers'] as Record<string, string> | undefined) },
      });
      if (sent.rejected.length) throw partlyRefused(sent.rejected.map(String));
    } catch (error) {
      throw error instanceof DeliveryError ? error : smtpError(error, host);
    } finally {
      transport.close();
    }
  },
};

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

/** A mail with its pictures and files, which says how to end it (RFC 2369, RFC 8058). */
function letterPayload({ to, subject, html, text, parts, unsubscribe }: LetterMail): Payload {
  return {
    ...{ to: [...to], subject: oneLine(subject), html, text },
    attachments: parts.map(({ cid, ...part }) => ({
      ...part,
      ...(cid ? { cid, contentDisposition: 'inline' } : { contentDisposition: 'attachment' }),
    })),
    headers: unsubscribe
      ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      : {},
  };
}

/** Some of the people have it: trying again would send it to them twice. */
const partlyRefused = (rejected: readonly string[]) =>
  new DeliveryError(
    'channel-partly-rejected',
    `The mail server did not take the message for ${rejected.join(', ')}; the others have it.`,
    'refused',
  );

/** Commands that come before the text of a message: until then nothing was sent. */
const BEFORE_DATA = ['CONN', 'EHLO', 'HELO', 'LHLO', 'STARTTLS', 'MAIL FROM', 'RCPT TO', 'API'];

function smtpError(error: unknown, host: string): Error {
  const { code, command, response, responseCode, message } = error as {
    code?: string;
    command?: string;
    response?: string;
    responseCode?: number;
    message: string;
  };
  const said = (response ?? message).slice(0, 300);
  if (code === 'EAUTH')
    return new DeliveryError(
      'channel-unauthorised',
      `${host} does not accept the user name or the password. It said: ${said}`,
      'refused',
    );
  if (code === 'ETLS' || /certificate|\b(?:START)?TLS\b|\bSSL\b/i.test(said))
    return new DeliveryError(
      'channel-certificate',
      `${host} could not be reached safely: ${said} Nothing was sent.`,
      'refused',
    );
  if (responseCode)
    return TRANSIENT.test(String(responseCode))
      ? new DeliveryError('channel-unavailable', `${host} asks to try later. It said: ${said}`, 'later')
      : new DeliveryError('channel-rejected', `${host} refused the message. It said: ${said}`, 'refused');
  if (code === 'ECONNECTION' || (command !== undefined && BEFORE_DATA.includes(command)))
    return new DeliveryError('channel-unreachable', `${host} could not be reached: ${said}`, 'later');
  return connectionError(error, host);
}
