import { StepQueue, type Rank, type Steps } from './step-queue';

describe('StepQueue', () => {
  let log: string[];
  let queue: StepQueue;
  let lastId: number;

  async function* steps(name: string, count: number, during: (step: number) => void = () => undefined): Steps<string> {
    for (let step = 1; step <= count; step++) {
      log.push(`${name}${step}`);
      during(step);
      if (step < count) yield;
    }
    return name;
  }
  const add = (rank: Rank, work: Steps<string>) => queue.add(++lastId, rank, work);

  beforeEach(() => {
    log = [];
    lastId = 0;
    queue = new StepQueue();
  });

  it('finishes one task before the next of its rank', async () => {
    await Promise.all([add('batch', steps('a', 2)), add('batch', steps('b', 2))]);
    expect(log).toEqual(['a1', 'a2', 'b1', 'b2']);
  });

  it('lets urgent work overtake after one step at most', async () => {
    let urgent: Promise<string> | undefined;
    const batch = add(
      'batch',
      steps('batch', 3, (step) => {
        if (step === 1) urgent = add('interactive write', steps('urgent', 2));
      }),
    );
    expect(await batch).toBe('batch');
    expect(await urgent).toBe('urgent');
    expect(log).toEqual(['batch1', 'urgent1', 'urgent2', 'batch2', 'batch3']);
  });

  it('lets a choice someone waits for overtake a text', async () => {
    let choice: Promise<string> | undefined;
    await add(
      'interactive write',
      steps('text', 3, (step) => {
        if (step === 2) choice = add('interactive choose', steps('choice', 1));
      }),
    );
    await choice;
    expect(log).toEqual(['text1', 'text2', 'choice1', 'text3']);
  });

  it('stops a dropped task after its current step', async () => {
    let other: Promise<string> | undefined;
    await new Promise<void>((resolve) => {
      void add(
        'batch',
        steps('dropped', 5, (step) => {
          if (step !== 2) return;
          queue.drop(1);
          other = add('batch', steps('other', 1));
          resolve();
        }),
      );
    });
    expect(await other).toBe('other');
    expect(log).toEqual(['dropped1', 'dropped2', 'other1']);
  });

  it('rejects a task that fails and goes on with the next', async () => {
    const failing = add(
      'batch',
      steps('failing', 2, (step) => {
        if (step === 2) throw new Error('out of numbers');
      }),
    );
    const next = add('batch', steps('next', 1));
    await expect(failing).rejects.toThrow('out of numbers');
    expect(await next).toBe('next');
  });

  it('lets the process read its messages between two steps', async () => {
    const task = add('batch', steps('step', 3));
    setImmediate(() => log.push('message'));
    await task;
    expect(log.indexOf('message')).toBeLessThan(log.indexOf('step3'));
  });
});
