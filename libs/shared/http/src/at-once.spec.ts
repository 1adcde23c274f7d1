import { AtOnce } from './at-once';

describe('AtOnce', () => {
  const ada = { workspaceId: 1, userId: 1 };

  it('refuses one person more than a few at the same time, and lets others go on', () => {
    const limit = new AtOnce(2);
    const [first] = [limit.begin(ada), limit.begin(ada)];
    expect(() => limit.begin(ada)).toThrow(expect.objectContaining({ code: 'too-many-at-once', status: 429 }));
    limit.begin({ workspaceId: 1, userId: 2 });
    limit.begin({ workspaceId: 2, userId: 1 });
    first?.();
    first?.();
    limit.begin(ada);
    expect(() => limit.begin(ada)).toThrow();
  });
});
