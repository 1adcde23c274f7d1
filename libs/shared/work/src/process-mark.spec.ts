import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { isAlive, thisProcess } from './process-mark';

describe('the mark of a process', () => {
  it('says that this process is alive', () => expect(isAlive(thisProcess())).toBe(true));

  it('is that of one process, not of another one that has its id now', () =>
    expect(isAlive({ ...thisProcess(), born: '1' })).toBe(false));

  it('has to do with the id where the time of birth is not known', () =>
    expect(isAlive({ ...thisProcess(), born: null })).toBe(true));

  it('says that a process which has ended is not alive', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    const pid = child.pid ?? 0;
    await once(child, 'exit');
    expect(isAlive({ pid, born: null })).toBe(false);
  });
});
