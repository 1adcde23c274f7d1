/**
 * Whether what the bundled model knows of a text at its exit would find passages better than the words of a question do, on the written questions that
 * documents answer: `npm run eval -- vectors`. Each passage and each question is one vector, from which the mean of all passages is taken off; near is the
 * cosine. Beside it stands the search of the product, and both ranks put together (reciprocal rank fusion, k = 60).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectLanguage } from '@moodline/comments/api';
import { startBundledModel, type RolePrompt } from '@moodline/language-model/api';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { questionTerms } from '../documents/answering/question-terms';
import { DocumentLibrary } from '../documents/document-library';
import { DocumentRepository } from '../documents/document.repository';
import { DocumentsQuery } from '../documents/documents.query';
import { PassageSearchQuery } from '../documents/passage-search.query';
import { DocumentReaderHere } from '../documents/reading/document-reader';
import { documentFile } from '../documents/testing/document-files';

const ROOT = join(__dirname, '../../../../..');
const FOLDER = join(__dirname, 'documents');
const RANKS = [1, 5, 10] as const;
const FUSION = 60;
const MOST_MS = 1_200_000;

/** Prompts that stand before a text: what it is read for changes what is known of it. */
const PROMPTS: readonly RolePrompt[] = [
  { name: 'vector-plain', version: 1, system: 'You are a helpful assistant.' },
  { name: 'vector-topic', version: 1, system: 'Say what the text is about in one word.' },
];

interface Placed {
  readonly document: string;
  readonly page: number | null;
  readonly text: string;
  readonly says: string;
}
type Asked = Placed & { readonly question: string; readonly language: string };

/** Questions that a document answers; `says` are the words that answer. */
const asked = readFileSync(join(FOLDER, 'questions.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .filter(([, , , document]) => document !== '-')
  .map(([language = '', , question = '', document = '', page = '', says = '']): Asked => {
    return { language, question, document, page: page === '-' ? null : Number(page), says, text: '' };
  });

const cosine = (a: Float32Array, b: Float32Array) => {
  let [dot, x, y] = [0, 0, 0];
  for (let at = 0; at < a.length; at++) {
    const [p, q] = [a[at] ?? 0, b[at] ?? 0];
    dot += p * q;
    x += p * p;
    y += q * q;
  }
  return dot / Math.sqrt(x * y || 1);
};

/** Places of the passages in the order of a score, the best first; those without one are last. */
const ranked = (scores: readonly number[]) =>
  scores
    .map((score, at) => ({ score, at }))
    .sort((a, b) => b.score - a.score)
    .filter(({ score }) => score > -Infinity)
    .map(({ at }) => at);

describe('passages by vectors', () => {
  const model = startBundledModel(ROOT);
  let test: TestDatabase;
  const passages: Placed[] = [];
  const lines: string[] = [];

  beforeAll(async () => {
    test = await createTestDatabase();
    const query = new DocumentsQuery(test.database);
    const library = new DocumentLibrary(new DocumentReaderHere(), new DocumentRepository(test.database), query);
    const { id: userId } = await test.database.user.create({
      data: { workspaceId: test.workspaceId, name: 'Ann', role: 'analyst' },
    });
    for (const name of readdirSync(FOLDER).filter((one) => one !== 'questions.tsv')) {
      const file = await documentFile(name, readFileSync(join(FOLDER, name), 'utf8'));
      const pieces = (async function* () {
        yield file.bytes;
      })();
      await library.add({ workspaceId: test.workspaceId, userId }, file.name, pieces);
    }
    const rows = await test.database.documentPassage.findMany({ orderBy: [{ documentId: 'asc' }, { place: 'asc' }] });
    const documents = new Map((await test.database.document.findMany()).map(({ id, name }) => [id, name]));
    for (const { documentId, page, text, heading } of rows)
      passages.push({
        document: documents.get(documentId) ?? '',
        page,
        says: text,
        text: `${heading}\n${text}`.trim(),
      });
    const words = await byWords(new PassageSearchQuery(test.database), test.workspaceId, rows, passages);
    lines.push(lineOf('words', words));
    for (const role of PROMPTS) {
      const near = await byVectors(role);
      lines.push(
        lineOf(role.name, near),
        lineOf(
          `words + ${role.name}`,
          asked.map((_, n) => fused(words[n] ?? [], near[n] ?? [])),
        ),
      );
    }
    process.stdout.write(`\n${passages.length} passages, ${asked.length} questions\n${lines.join('\n')}\n`);
  }, MOST_MS);
  afterAll(async () => {
    await model.close();
    await test.close();
  });

  async function byVectors(role: RolePrompt): Promise<number[][]> {
    const known = await model.features({ role, texts: passages.map(({ text }) => text) });
    const questions = await model.features({ role, texts: asked.map(({ question }) => question) });
    const off = (rows: readonly (Float32Array | null)[]) => {
      const there = rows.flatMap((row) => row ?? []);
      const mean = new Float32Array(there[0]?.length ?? 0);
      for (const row of there) row.forEach((value, at) => (mean[at] = (mean[at] ?? 0) + value / there.length));
      return rows.map((row) => (row ?? new Float32Array(mean.length)).map((value, at) => value - (mean[at] ?? 0)));
    };
    const [texts, wanted] = [off(known), off(questions)];
    return wanted.map((one) => ranked(texts.map((text) => cosine(one, text))));
  }

  function lineOf(name: string, ranks: readonly (readonly number[])[]): string {
    const right = (n: number, most: number, language?: string) => {
      const { document, page, says } = asked[n] as Asked;
      if (language && asked[n]?.language !== language) return false;
      return (ranks[n] ?? []).slice(0, most).some((at) => {
        const passage = passages[at] as Placed;
        return passage.document === document && passage.page === page && passage.says.includes(says);
      });
    };
    const count = (most: number, language?: string) => asked.filter((_, n) => right(n, most, language)).length;
    const first = ['zh', 'en', 'ja'].map((language) => `${language} ${count(1, language)}`).join(', ');
    return `${name.padEnd(22)} ${RANKS.map((most) => `in the first ${most}: ${count(most)}/${asked.length}`).join(', ')} (first: ${first})`;
  }

  it('reads all passages', () => {
    expect(passages.length).toBeGreaterThan(50);
    expect(lines).toHaveLength(1 + 2 * PROMPTS.length);
  });
});

/** Passages in the order in which the search of the product finds them. */
async function byWords(
  search: PassageSearchQuery,
  workspaceId: number,
  rows: readonly { documentId: number; place: number }[],
  all: readonly Placed[],
): Promise<number[][]> {
  const places = new Map(rows.map(({ documentId, place }, at) => [`${documentId} ${place}`, at]));
  const ranks: number[][] = [];
  for (const { question } of asked) {
    const language = detectLanguage(question);
    const spoken = language === 'und' ? 'zh' : language;
    const terms = questionTerms(question, spoken).map(({ term, alike = [] }) => [term, ...alike]);
    const { passages } = await search.find(workspaceId, null, terms);
    ranks.push(passages.flatMap(({ documentId, place }) => places.get(`${documentId} ${place}`) ?? []));
  }
  return ranks.map((rank) => rank.filter((at) => at < all.length));
}

function fused(one: readonly number[], other: readonly number[]): number[] {
  const scores = new Map<number, number>();
  for (const ranks of [one, other])
    ranks.forEach((at, rank) => scores.set(at, (scores.get(at) ?? 0) + 1 / (FUSION + rank + 1)));
  return [...scores].sort((a, b) => b[1] - a[1]).map(([at]) => at);
}
