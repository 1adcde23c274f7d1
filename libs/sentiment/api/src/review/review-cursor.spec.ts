import { FIRST, readCursor, writeCursor, type ReviewCursor } from './review-cursor';

describe('the cursor of the review queue', () => {
  it.each<ReviewCursor>([
    FIRST,
    { pass: 1, telling: { id: 7, score: '0.912345' }, drawn: { id: 9, place: '-9223372036854775808' } },
    { pass: 2, telling: 'end', drawn: null },
    { pass: 2, telling: null, drawn: 'end' },
  ])('comes back as it was written: %j', (cursor) => expect(readCursor(writeCursor(cursor))).toEqual(cursor));

  it.each([undefined, '', '0.912345_7', '1~x~', "1~0.912345_7~1'; DROP TABLE comment", '3~~'])(
    'begins anew with what is none: %s',
    (text) => expect(readCursor(text)).toEqual(FIRST),
  );
});
