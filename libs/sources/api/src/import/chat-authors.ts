import { dayOfLine, spacedMessage } from './chat-forms';

const LONGEST_NAME = 4;

/**
 * Who writes in a chat that sets only spaces between clock, author and text. A first word is a name, and so are the words behind it
 * that follow it each time. The longest names stand first. None where no messages stand below a day so.
 */
export function spacedAuthors(lines: readonly string[]): string[] {
  let isBelowDay = false;
  const said: string[][] = [];
  for (const line of lines) {
    isBelowDay ||= dayOfLine(line) !== null;
    const words = isBelowDay ? spacedMessage(line)?.rest.split(' ') : undefined;
    if (words && words.length > 1) said.push(words);
  }
  const groups = Map.groupBy(said, ([first = '']) => first);
  return [...groups.values()].map(nameIn).sort((a, b) => b.length - a.length);
}

/** The words that all messages begin with which begin with the same one; a single message has the first of them. */
function nameIn(messages: readonly (readonly string[])[]): string {
  const [one = []] = messages;
  let length = 1;
  const isShared = (at: number) => messages.every((words) => words.length > at + 1 && words[at] === one[at]);
  while (messages.length > 1 && length < LONGEST_NAME && isShared(length)) length++;
  return one.slice(0, length).join(' ');
}
