import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SecretBox, UnreadableSecretError } from './secret-box';

describe('SecretBox', () => {
  const folder = mkdtempSync(join(tmpdir(), 'moodline-secrets-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('gives back what was sealed, also after a restart, and shows nothing of it', () => {
    const sealed = SecretBox.of({ dataDir: folder }).seal('sk-密钥');
    expect(sealed).not.toContain('sk-');
    expect(SecretBox.of({ dataDir: folder }).open(sealed)).toBe('sk-密钥');
    expect(statSync(join(folder, 'secret-key')).mode & 0o777).toBe(0o600);
  });

  it('seals the same secret differently each time', () => {
    const box = SecretBox.of({ dataDir: folder });
    expect(box.seal('a')).not.toBe(box.seal('a'));
  });

  it('says what to do when the key is another one or the text was changed', () => {
    const sealed = SecretBox.of({ SECRET_KEY: 'one', dataDir: folder }).seal('secret');
    expect(() => SecretBox.of({ SECRET_KEY: 'two', dataDir: folder }).open(sealed)).toThrow(UnreadableSecretError);
    expect(() => SecretBox.of({ SECRET_KEY: 'one', dataDir: folder }).open(sealed.slice(0, -4))).toThrow(
      UnreadableSecretError,
    );
  });
});
