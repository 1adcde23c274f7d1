import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import { loadSettings, SettingsModule } from '@moodline/shared/config';
import { DatabaseModule } from '@moodline/shared/db';
import { HttpModule } from '@moodline/shared/http';
import { createTestDatabase } from '@moodline/shared/testing';
import { LanguageModel } from './language-model';
import { LanguageModelModule } from './language-model.module';

describe('LanguageModelModule', () => {
  it('provides a model that starts with the application and ends with it', async () => {
    const test = await createTestDatabase();
    const dataDir = mkdtempSync(join(tmpdir(), 'moodline-model-'));
    const childEntry = join(__dirname, 'testing/fake-model-process.cjs');
    const options = { modelsDir: 'models', modelName: 'fake', childEntry };
    const around = [
      SettingsModule.forRoot(loadSettings({ MOODLINE_DATA: dataDir })),
      DatabaseModule.forRoot(test.url),
      HttpModule,
    ];
    const app = await Test.createTestingModule({
      imports: [...around, LanguageModelModule.forRoot(options)],
    }).compile();
    const model = app.get(LanguageModel);
    expect(model.status().pid).toBeNull();
    await app.init();
    while (model.status().pid === null) await new Promise((resolve) => setTimeout(resolve, 5));
    const pid = model.status().pid;
    expect(
      await model.choose({ role: { name: 'label', version: 1, system: '' }, texts: ['good'], options: ['YES', 'NO'] }),
    ).toEqual([[0.75, 0.25]]);
    expect(model.status()).toMatchObject({ model: 'fake', state: 'ready' });
    await app.close();
    expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
    rmSync(dataDir, { recursive: true });
    await test.close();
  });
});
