/**
 * Work of the model in steps of at most one forward pass. Between two steps the process reads its messages, and more urgent
 * work may go first.
 */
export type Steps<Result> = AsyncGenerator<void, Result>;

/** What goes first. Short answers someone waits for, then texts someone reads along, then everything else. */
const RANKS = ['interactive choose', 'interactive write', 'batch'] as const;
export type Rank = (typeof RANKS)[number];

interface Task {
  readonly id: number;
  readonly rank: number;
  next(): Promise<boolean>;
  drop(): void;
}

/**
 * Runs one step at a time, always of the first task of the most urgent rank. Within a rank the order of arrival holds, so
 * that at most one task per rank keeps a half-read context in memory.
 */
export class StepQueue {
  private tasks: Task[] = [];
  private running = false;

  /** @param afterStep called after each step; a sign of life. */
  constructor(private readonly afterStep: () => void = () => undefined) {}

  /** @returns the result of the steps; never settles when the task is dropped. */
  add<Result>(id: number, rank: Rank, steps: Steps<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const next = async (): Promise<boolean> => {
        try {
          const step = await steps.next();
          if (step.done) resolve(step.value);
          return step.done ?? false;
        } catch (error) {
          reject(error);
          return true;
        }
      };
      this.tasks.push({ id, rank: RANKS.indexOf(rank), next, drop: () => void steps.return(undefined as Result) });
      void this.run();
    });
  }

  /** Takes a task out, after its current step at the latest. */
  drop(id: number): void {
    this.tasks.find((task) => task.id === id)?.drop();
    this.tasks = this.tasks.filter((task) => task.id !== id);
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    for (let task = this.first(); task; task = this.first()) {
      const done = await task.next();
      if (done) this.tasks = this.tasks.filter((other) => other !== task);
      this.afterStep();
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.running = false;
  }

  private first(): Task | undefined {
    return this.tasks.reduce<Task | undefined>(
      (first, task) => (!first || task.rank < first.rank ? task : first),
      undefined,
    );
  }
}
