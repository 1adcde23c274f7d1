import { monitorRulesSchema } from '@moodline/comments/contract';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { CommentRepository } from '../comment.repository';
import { MonitorPreviewer } from './monitor-preview';
import { MonitorPreviewQuery } from './monitor-preview.query';
import { PreviewCancelledError } from './monitor.errors';

const RULES = monitorRulesSchema.parse({ any: { words: ['電池'] }, none: { words: ['招聘'] } });

describe('MonitorPreviewer', () => {
  let test: TestDatabase;
  let previewer: MonitorPreviewer;

  beforeAll(async () => {
    test = await createTestDatabase();
    previewer = new MonitorPreviewer(new MonitorPreviewQuery(test.database), new CommentRepository(test.database));
    const texts = Array.from({ length: 30 }, (_, index) => (index % 2 ? `电池 ${index} 号` : `屏幕 ${index}`));
    await storeLabelled(
      test,
      [...texts, '电池岗位招聘'].map((text, index) => ({
        text,
        label: 'neutral',
        publishedAt: new Date(Date.UTC(2026, 4, 1, index)),
      })),
    );
  });
  afterAll(() => test.close());

  const preview = (most?: number, signal = new AbortController().signal) =>
    previewer.preview(test.workspaceId, { rules: RULES }, { signal, most });

  it('counts what the rules take and shows the newest ten with the words that were found', async () => {
    const { count, sampled, total, examples } = await preview();
    expect({ count, sampled, total }).toEqual({ count: 15, sampled: 31, total: 31 });
    expect(examples).toHaveLength(10);
    expect(examples[0]).toMatchObject({
      text: '电池 29 号',
      source: 'Forum',
      spans: [{ start: 0, end: 2, word: '電池' }],
    });
  });

  it('estimates from a sample where there are too many comments, and says of how many', async () => {
    await test.database.$executeRaw`
      INSERT INTO comment (workspace_id, source_id, run_id, external_id, text, text_hash, language, published_at)
      SELECT workspace_id, source_id, run_id, 'copy ' || n || ' ' || id, text, text_hash, language, published_at FROM comment, generate_series(1, 500) n`;
    const { count, sampled, total } = await preview(4000);
    expect(total).toBe(31 * 501);
    expect(sampled).toBeGreaterThan(1000);
    expect(sampled).toBeLessThan(8000);
    expect(Math.abs(count - 15 * 501)).toBeLessThan(1500);
    expect((await preview(4000)).count).toBe(count);
  });

  it('ends when nobody waits any more', async () => {
    await expect(preview(undefined, AbortSignal.abort())).rejects.toThrow(PreviewCancelledError);
  });
});
