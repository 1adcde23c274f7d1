/** A part of a forum, as its address says. */
export type ForumPart =
  | { readonly part: 'latest' }
  | { readonly part: 'topic'; readonly id: number }
  | { readonly part: 'list'; readonly name: string; readonly path: string };

/** A forum, which may lie below a folder of its host, and what of it is read. */
export type ForumAddress = ForumPart & {
  /** Address of the forum without a slash at the end. */
  readonly base: string;
};

/**
 * Understands the addresses people see in their browser: of a topic (`/t/name/77`), of a category (`/c/name/5`), of a tag
 * (`/tag/name`, in newer versions `/tag/name/12`), of a tag within a category (`/tags/c/name/5/tag`). Any other is taken for the forum as a whole.
 */
export function forumAddress(address: string): ForumAddress {
  const { origin, pathname } = new URL(address);
  const [, topicBase, topic] = /^(.*?)\/t\/(?:[^/]+\/)?(\d+)(?:\/|$)/.exec(pathname) ?? [];
  if (topic) return { part: 'topic', id: Number(topic), base: origin + topicBase };
  const [, bothBase, both] = /^(.*?)\/(tags\/c\/(?:[^/]+\/)+[^/]+)\/?$/.exec(pathname) ?? [];
  if (both)
    return {
      part: 'list',
      name: `#${readable(both.split('/').at(-1) ?? both)}`,
      path: `${both}.json`,
      base: origin + bothBase,
    };
  const [, categoryBase, category] = /^(.*?)\/(c\/(?:[^/]+\/)+\d+)(?:\/|$)/.exec(pathname) ?? [];
  if (category)
    return {
      part: 'list',
      name: category.split('/').at(-2) ?? category,
      path: `${category}.json`,
      base: origin + categoryBase,
    };
  const [, tagBase, tag] = /^(.*?)\/(tag\/[^/]+(?:\/\d+)?)(?:\/|$)/.exec(pathname) ?? [];
  if (tag)
    return {
      part: 'list',
      name: `#${readable(tag.split('/')[1] ?? tag)}`,
      path: `${tag}.json`,
      base: origin + tagBase,
    };
  return {
    part: 'latest',
    base: origin + pathname.replace(/\/(?:latest|new|top|categories|posts(?:\.json)?)?\/?$/, ''),
  };
}

function readable(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Only shown; a damaged name is shown as it stands.
    return part;
  }
}
