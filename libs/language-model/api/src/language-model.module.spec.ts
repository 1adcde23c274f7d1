import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import { LanguageModel } from './language-model';
import { LanguageModelModule } from './language-model.module';

describe('LanguageModelModule', () => {
  it('provides a model that starts with the application and ends with it', async () => {
    const childEntry = join(__dirname, 'testing/fake-model-process.cjs');
    const options = { modelsDir: 'models', modelName: 'fake', childEntry };
    const app = await Test.createTestingModule({ imports: [LanguageModelModule.forRoot(options)] }).compile();
    const model = app.get(LanguageModel);
    expect(model.status().pid).toBeNull();
    await app.init();
    const pid = model.status().pid;
    expect(pid).toEqual(expect.any(Number));
    expect(await model.choose({ role: { name: 'label', version: 1, system: '' }, texts: ['good'], options: ['YES', 'NO'] })).toEqual([[0.75, 0.25]]);
    await app.close();
    expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
  });
});
