/** Something that identifies a person, as people write it. */
export interface PersonalPattern {
  /** What stands in its place. */
  readonly mark: string;
  /**
   * Global, and linear: each repetition is bounded, and none can match the same characters in two ways. A first group, where there
   * is one, is what announces the thing and stays.
   */
  readonly finds: RegExp;
  /** What a text must contain to be looked at: spares most texts the longer search. */
  readonly hint: RegExp;
  /** Not looked for in the path of a web address: the numbers there are those of pages. */
  readonly outsideLinks?: boolean;
  /** Looks closer. @returns how many characters of the match count, 0 when it is no such thing */
  readonly length?: (found: string, before: string, after: string) => number;
}

/** Amounts and counts that follow a number: it is no phone and no account then. */
export const COUNTED =
  /^\s?(?:元|块|圆|万|亿|千|件|次|条|个|人|台|套|篇|天|名|%|％|(?:times|people|users|views|followers|likes|units|pieces|usd|rmb|cny|dollars|yuan)\b)/iu;
/** A currency before a number. */
export const PRICED = /(?:[¥￥$€£₩]|rmb|usd|cny)\s?$/iu;
/** Signs people set between the digits of one number. */
export const BETWEEN = '[ \\-.·_–—－]';
