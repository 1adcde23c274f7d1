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

  it.each(['loopback', '10.0.0.0/8, 192.168.1.7', '::1, fd00::/8'])('takes %s for trusted proxies', (proxies) => {
    expect(loadSettings({ TRUSTED_PROXIES: proxies }).TRUSTED_PROXIES).toEqual(proxies.split(', '));
  });

  it.each(['proxy.example.com', '10.0.0.0/33', '10.0.0.0/8/8', 'true'])('does not take %s for one', (proxy) => {
    expect(() => loadSettings({ TRUSTED_PROXIES: proxy })).toThrow('TRUSTED_PROXIES');
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
