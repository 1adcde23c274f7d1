import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '@moodline/shared/config';
import { createWebServer } from './web-server';

describe('the web server', () => {
  it('finds the parts of every class', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'moodline-starts-'));
    try {
      const settings = loadSettings({ MOODLINE_DATA: folder, MOODLINE_ROLES: 'api' });
      // Nothing is connected before the first query.
      const app = await createWebServer(settings, 'postgresql://nobody@127.0.0.1:1/none', join(folder, 'log'));
      await app.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
