import { createTestDatabase } from '@moodline/shared/testing';
import { CommentIntake } from '../../comment-intake.repository';
import { maskPersonalData } from './masking';

const TEXTS = [
  '电池太差了，用了三天就鼓包，客服还不理人，再也不买了！',
  'The battery died after 2 weeks, I paid $129.99 for it. Support said wait 5-7 days.',
  '五星好评！2024-05-03 下单第二天就到了，价格¥1,299，比别家便宜',
  '@小石头 你看这个 iPhone 15 Pro Max 256G 值不值',
  'update 2.4.10 broke everything, see https://example.com/forum/thread/123456 for details',
  '加我微信 abc12345 领优惠',
  '音質最高です、買ってよかった。',
];

it('takes a small share of the time in which comments are stored', async () => {
  const test = await createTestDatabase();
  const place = await test.source();
  const intake = new CommentIntake(Buffer.from('key'));
  const [storing, masking]: [number[], number[]] = [[], []];
  for (let batch = 0; batch < 6; batch++) {
    const comments = Array.from({ length: 1000 }, (_, index) => ({
      externalId: `${batch}-${index}`,
      text: `${TEXTS[index % TEXTS.length]} ${index}`,
      publishedAt: new Date(),
    }));
    let start = performance.now();
    await test.database.$transaction((transaction) =>
      intake.store(transaction, { workspaceId: test.workspaceId, ...place, comments }),
    );
    storing.push(performance.now() - start);
    start = performance.now();
    for (const { text } of comments) maskPersonalData(text);
    masking.push(performance.now() - start);
  }
  await test.close();
  // The best of each: the machine may have other things to do meanwhile.
  expect(Math.min(...masking) / Math.min(...storing)).toBeLessThan(0.4);
});
