import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentExample, loadSettings, SettingsError } from './settings';

describe('loadSettings', () => {
  it('names all faults at once', () => {
    let error: unknown;
    try {
      loadSettings({ PORT: '99999', DATABASE_URL: 'mysql://x' });
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(SettingsError);
    expect((error as SettingsError).faults.map((fault) => fault.split(':')[0])).toEqual(['PORT', 'DATABASE_URL']);
  });

  it('lets options of the command line win and resolves the data folder', () => {
    const settings = loadSettings({ PORT: '4100', MOODLINE_DATA: 'elsewhere' }, '/srv/moodline');
    expect(settings.PORT).toBe(4100);
    expect(settings.dataDir).toBe('/srv/moodline/elsewhere');
    expect(settings.publicUrl).toBe('http://localhost:4100');
  });
});

describe('.env.example', () => {
  it('is what the schema generates', () => {
    expect(readFileSync(join(__dirname, '../../../../.env.example'), 'utf8')).toBe(environmentExample());
  });
});
