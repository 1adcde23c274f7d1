import { Injectable } from '@nestjs/common';
import { asWriter, Database, Prisma } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import { themeNamesSchema, type ThemeNames } from '@moodline/trends/contract';
import { listedThemes, type KnownTheme } from './theme-candidates';

/** A theme that is kept. */
export interface StoredTheme extends KnownTheme {
  readonly id: number;
  readonly names: ThemeNames;
  /** The name that a person gave it. */
  readonly givenName: string | null;
  /** With the words of those that were merged into it. */
  readonly words: readonly string[];
  readonly hidden: boolean;
  /** Themes that were merged into it. */
  readonly merged: readonly Pick<StoredTheme, 'id' | 'names' | 'givenName'>[];
}

/** What a person may change of a theme. A name of null gives it back the one that it was found with. */
export interface ThemeChange {
  readonly name?: string | null;
  readonly hidden?: boolean;
  readonly mergedInto?: number | null;
}

type Row = Awaited<ReturnType<Database['theme']['findFirstOrThrow']>>;

const LISTED: ReadonlyMap<string, KnownTheme> = new Map(listedThemes().map((theme) => [theme.key, theme]));

/** The records of themes. */
@Injectable()
export class ThemeRepository {
  constructor(private readonly database: Database) {}

  /** All of a workspace but those that were merged into others. */
  async all(workspaceId: number): Promise<StoredTheme[]> {
    const rows = await this.database.theme.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } });
    return rows
      .filter(({ mergedInto }) => mergedInto === null)
      .map((row) =>
        toStored(
          row,
          rows.filter(({ mergedInto }) => mergedInto === row.id),
        ),
      );
  }

  /** The same, where themes of listed subjects have the words that are listed now: they were kept with those of their day. */
  async allWithListed(workspaceId: number): Promise<StoredTheme[]> {
    const kept = await this.database.theme.findMany({ where: { workspaceId, key: { in: [...LISTED.keys()] } } });
    for (const { id, key, words } of kept) {
      const listed = LISTED.get(key);
      if (listed && listed.words.join('|') !== words.join('|'))
        await asWriter(async () =>
          this.database.theme.update({
            where: { workspaceId_id: { workspaceId, id } },
            data: { words: [...listed.words], names: { ...listed.names } },
          }),
        );
    }
    return this.all(workspaceId);
  }

  /** A theme, or the one it was merged into. @throws NotFoundError */
  async find(workspaceId: number, id: number): Promise<StoredTheme> {
    const row = await this.database.theme.findFirst({ where: { workspaceId, id } });
    const all = row ? await this.all(workspaceId) : [];
    const found = all.find((theme) => theme.id === (row?.mergedInto ?? id));
    if (!found) throw new NotFoundError('theme', id);
    return found;
  }

  /** Keeps themes that were not known; of two that find the same one at a time, both get the first. */
  async keep(workspaceId: number, themes: readonly KnownTheme[]): Promise<void> {
    // Also while a question is answered, which otherwise only reads: what a theme is called has to stay the same.
    await asWriter(async () =>
      this.database.theme.createMany({
        data: themes.map(({ key, names, words }) => ({ workspaceId, key, names: { ...names }, words: [...words] })),
        skipDuplicates: true,
      }),
    );
  }

  /**
   * Renames, hides or merges. What was merged into a theme that is merged itself goes along, so that merging never makes a chain:
   * whoever merges holds all themes of the workspace, in the order of their ids.
   * @throws NotFoundError when there is no such theme, or none to merge it into
   */
  async change(workspaceId: number, id: number, { name, hidden, mergedInto }: ThemeChange): Promise<void> {
    await this.database.$transaction(async (transaction) => {
      const wanted = [id, ...(mergedInto ? [mergedInto] : [])];
      const held = mergedInto === undefined ? Prisma.sql`id = ANY(${wanted}::int[])` : Prisma.sql`TRUE`;
      const rows = await transaction.$queryRaw<{ id: number; mergedInto: number | null }[]>`
        SELECT id, merged_into AS "mergedInto" FROM theme
        WHERE workspace_id = ${workspaceId} AND ${held} ORDER BY id FOR NO KEY UPDATE`;
      const missing = wanted.find((one) => !rows.some((row) => row.id === one));
      if (missing !== undefined) throw new NotFoundError('theme', missing);
      const into = mergedInto ? (rows.find((row) => row.id === mergedInto)?.mergedInto ?? mergedInto) : mergedInto;
      if (into === id) return;
      await transaction.theme.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: {
          givenName: name,
          hiddenAt: hidden === undefined ? undefined : hidden ? new Date() : null,
          mergedInto: into,
        },
      });
      if (into)
        await transaction.theme.updateMany({ where: { workspaceId, mergedInto: id }, data: { mergedInto: into } });
    });
  }
}

function toStored(row: Row, merged: readonly Row[]): StoredTheme {
  const names = themeNamesSchema.parse(row.names);
  return {
    id: row.id,
    key: row.key,
    names,
    givenName: row.givenName,
    words: [...new Set([row, ...merged].flatMap(({ words }) => words))],
    hidden: row.hiddenAt !== null,
    mergedKeys: merged.map(({ key }) => key),
    merged: merged.map(({ id, givenName, names: given }) => ({ id, givenName, names: themeNamesSchema.parse(given) })),
  };
}
