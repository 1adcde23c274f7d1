/** Probability of the option that a server names without telling how sure it is; the others share the rest. */
const NAMED_SHARE = 0.9;

/**
 * Probabilities from an answer in words: `{"answer": "NEGATIVE"}`, the bare option, or a sentence with exactly one option in it.
 * @returns null when it names no option, or several
 */
export function namedOption(options: readonly string[], answer: string): number[] | null {
  const text = (fromJson(answer) ?? answer).trim();
  const same = options.findIndex((option) => option.toLowerCase() === text.toLowerCase());
  const chosen = same >= 0 ? same : onlyMention(options, text);
  if (chosen === null) return null;
  const rest = options.length > 1 ? (1 - NAMED_SHARE) / (options.length - 1) : 0;
  return options.map((_, option) => (option === chosen ? (options.length > 1 ? NAMED_SHARE : 1) : rest));
}

/** The option that stands in a sentence by itself; one inside of a longer option that stands there does not count. */
function onlyMention(options: readonly string[], text: string): number | null {
  const said = text.toLowerCase();
  const mentioned = options.flatMap((option, index) => (stands(option.toLowerCase(), said) ? [index] : []));
  const longest = mentioned.filter(
    (index) =>
      !mentioned.some(
        (other) => other !== index && options[other]?.toLowerCase().includes(options[index]?.toLowerCase() ?? ''),
      ),
  );
  return longest.length === 1 ? (longest[0] ?? null) : null;
}

function stands(option: string, text: string): boolean {
  const escaped = option.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}_-])${escaped}(?![\\p{L}\\p{N}_-])`, 'u').test(text);
}

function fromJson(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'string') return value;
    const answer = (value as { answer?: unknown } | null)?.answer;
    return typeof answer === 'string' ? answer : null;
  } catch {
    return null;
  }
}
