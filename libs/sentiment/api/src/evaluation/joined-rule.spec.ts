import { LABELS } from '@moodline/comments/contract';
import { fitJoinedRule, joinedLabel, type TwiceAnswered } from './joined-rule';

const row = (gold: TwiceAnswered['gold'], head: number[], prompt: number[]): TwiceAnswered => ({
  gold,
  language: 'en',
  possible: LABELS.map(() => true),
  head,
  prompt,
});
const REST = [0.34, 0.33, 0.33];

describe('joining two answers', () => {
  it('listens to the one that knows', () => {
    const rows = LABELS.flatMap((gold, index) =>
      Array.from({ length: 30 }, () =>
        row(
          gold,
          REST,
          LABELS.map((_, other) => (other === index ? 0.8 : 0.1)),
        ),
      ),
    );
    const rule = fitJoinedRule(rows);
    expect(rule.weight).toBeGreaterThan(0.5);
    expect(rows.every((one) => joinedLabel(one, rule) === one.gold)).toBe(true);
  });

  it('leaves the heads alone where the other one only guesses', () => {
    const rows = LABELS.flatMap((gold, index) =>
      Array.from({ length: 30 }, (_, turn) =>
        row(
          gold,
          LABELS.map((__, other) => (other === index ? 0.8 : 0.1)),
          LABELS.map((__, other) => (other === turn % 3 ? 0.8 : 0.1)),
        ),
      ),
    );
    const rule = fitJoinedRule(rows);
    expect(rule.weight).toBeLessThan(0.5);
    expect(rows.every((one) => joinedLabel(one, rule) === one.gold)).toBe(true);
  });
});
