import { busiestOf, turningPoint, volumeTurn } from './busiest';

const day = (positive: number, negative: number) => ({ n: positive + negative, positive, negative });

describe('turningPoint', () => {
  it('finds the week that differs most from the one before', () => {
    const days = [...Array(10).fill(day(8, 2)), ...Array(7).fill(day(1, 9)), ...Array(7).fill(day(6, 4))];
    expect(turningPoint(days)).toEqual({ first: 10, last: 16 });
  });

  it('does not call a handful of comments a turn', () => {
    expect(turningPoint([...Array(7).fill(day(1, 0)), ...Array(7).fill(day(0, 1))])).toBeNull();
    expect(turningPoint([])).toBeNull();
  });
});

describe('volumeTurn', () => {
  it('finds the week that has most more comments than the one before, whatever their mood', () => {
    const days = [...Array(9).fill({ n: 10 }), ...Array(7).fill({ n: 60 }), ...Array(7).fill({ n: 30 })];
    expect(volumeTurn(days)).toEqual({ first: 9, last: 15 });
    expect(volumeTurn(Array(20).fill({ n: 5 }))).toBeNull();
  });
});

describe('busiestOf', () => {
  it('finds the day with the most comments, if they are not just a handful', () => {
    expect(busiestOf([day(10, 5), day(20, 30), day(1, 0)])).toEqual(day(20, 30));
    expect(busiestOf([day(2, 2), day(1, 0)])).toBeNull();
    expect(busiestOf([])).toBeNull();
  });
});
