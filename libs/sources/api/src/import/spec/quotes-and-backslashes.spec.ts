import { expectHeld, lines, type Expected } from './read-export';

/** The times of both rows of each file. */
const D = ['2026-03-01T10:00Z', '2026-03-02T18:30Z'];

describe('tables with other marks', () => {
  it.each<[string, string, Expected, { timeZone?: string }?]>([
    [
      'a CSV between single quotation marks, doubled within',
      lines(
        "'id','date','comment'",
        "'c7','2026-03-01 10:00','It''s late, again'",
        "'c9','2026-03-02 18:30','Good ''coffee'',\nnice people'",
      ),
      { texts: ["It's late, again", "Good 'coffee',\nnice people"], times: D, externalIds: ['c7', 'c9'] },
    ],
    [
      'a CSV without them whose texts begin with one',
      lines('id,date,comment', "c7,2026-03-01 10:00,'tis late", "c9,2026-03-02 18:30,'twas good'"),
      { texts: ["'tis late", "'twas good'"], times: D },
    ],
    [
      'the text of PostgreSQL and MySQL: backslashes before breaks and tabs',
      'id\tcreated_at\tlang\tbody\na1\t2026-03-01 10:00:00\t\\N\tThe lamp hums.\\nIt flickers,\\tbadly\na2\t2026-03-02 18:30:00\ten\tKept in C:\\\\new\\\nand \\"more\\"\n',
      {
        texts: ['The lamp hums.\nIt flickers,\tbadly', 'Kept in C:\\new\nand "more"'],
        times: D,
        externalIds: ['a1', 'a2'],
      },
    ],
    [
      'rows of MySQL between quotation marks and with commas',
      'id,created_at,lang,body\n"a1","2026-03-01 10:00:00",\\N,"She said \\"no\\", twice"\n"a2","2026-03-02 18:30:00","en","Fine\\nlamp"\n',
      { texts: ['She said "no", twice', 'Fine\nlamp'], times: D },
    ],
    [
      'a table in which nothing else says that a backslash is more than that',
      'id\tcreated_at\tbody\na1\t2026-03-01 10:00:00\tsaved in C:\\new\\table\na2\t2026-03-02 18:30:00\tgood lamp\n',
      { texts: ['saved in C:\\new\\table', 'good lamp'], times: D },
    ],
  ])('%s', async (_, content, expected, options = {}) => {
    await expectHeld(content, expected, options);
  });
});
