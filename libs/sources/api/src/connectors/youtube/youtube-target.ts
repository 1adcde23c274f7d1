/** What of YouTube is read: the comments of a video, or of all videos of a channel. */
export type YouTubeTarget = { readonly video: string } | { readonly channel: string } | { readonly handle: string };

const VIDEO = /^[\w-]{11}$/;
const CHANNEL = /^UC[\w-]{22}$/;
const HANDLE = /^@[\p{L}\p{N}._·-]{1,60}$/u;

/** Understands addresses of videos and channels in all their forms, and plain ids; null for anything else. */
export function youtubeTarget(entered: string): YouTubeTarget | null {
  const text = entered.trim();
  const url = /^(?:https?:\/\/)?(?:[\w-]+\.)?(?:youtube(?:-nocookie)?\.com|youtu\.be)\//i.test(text)
    ? URL.parse(/^https?:/i.test(text) ? text : `https://${text}`)
    : null;
  return url ? ofAddress(url) : ofId(text);
}

function ofAddress(url: URL): YouTubeTarget | null {
  const [first = '', second = ''] = decoded(url.pathname).split('/').filter(Boolean);
  if (url.hostname === 'youtu.be') return ofVideo(first);
  if (first === 'watch') return ofVideo(url.searchParams.get('v') ?? '');
  if (['shorts', 'live', 'embed', 'v'].includes(first)) return ofVideo(second);
  return ofId(first === 'channel' ? second : first.startsWith('@') ? first : '');
}

function ofId(text: string): YouTubeTarget | null {
  if (HANDLE.test(text)) return { handle: text };
  return CHANNEL.test(text) ? { channel: text } : ofVideo(text);
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    // A damaged path names no channel; as it stands it fits nothing.
    return path;
  }
}

const ofVideo = (id: string) => (VIDEO.test(id) ? { video: id } : null);
