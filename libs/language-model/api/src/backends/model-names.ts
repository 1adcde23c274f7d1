import { basename } from 'node:path';
import type { ModelChoice } from '@moodline/language-model/contract';
import { BUNDLED_MODEL } from '../bundled-model';

/** What labels call the model of a choice. Precision and server are part of it, because they change answers. */
export function modelName(choice: ModelChoice): string {
  switch (choice.kind) {
    case 'bundled':
      return BUNDLED_MODEL;
    case 'hub':
      return `${choice.modelId} ${choice.dtype}`;
    case 'folder':
      return `${basename(choice.path)} ${choice.dtype}`;
    case 'server':
      return `${choice.model} @ ${new URL(choice.baseUrl).host}`;
  }
}

/** The host that texts are sent to; null while they stay on this machine. */
export function leavesTo(choice: ModelChoice): string | null {
  if (choice.kind !== 'server') return null;
  const { hostname, host } = new URL(choice.baseUrl);
  return isLoopback(hostname) ? null : host;
}

/** Whether a host name of a URL is this machine itself (RFC 6761, RFC 1122, RFC 4291). */
function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    /^127(\.\d{1,3}){3}$/.test(hostname) ||
    hostname === '[::1]'
  );
}
