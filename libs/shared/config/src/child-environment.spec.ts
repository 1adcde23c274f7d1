import { childEnvironment } from './child-environment';

it('hands no setting and no key on to processes that only compute', () => {
  const before = { ...process.env };
  Object.assign(process.env, { SECRET_KEY: 'a secret of the product', DATABASE_URL: 'postgresql://x', PORT: '1' });
  try {
    const handed = childEnvironment();
    for (const name of ['SECRET_KEY', 'DATABASE_URL', 'PORT']) expect(handed[name]).toBeUndefined();
    expect(handed['PATH']).toBe(before['PATH']);
  } finally {
    for (const name of ['SECRET_KEY', 'DATABASE_URL', 'PORT'])
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
  }
});
