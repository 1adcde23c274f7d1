/**
 * Entry of the child process that runs the weights. onnxruntime-node computes on the calling thread, and a native crash takes
 * its process along: hence a process of its own, which answers one parent and ends with it.
 */
import { setPriority } from 'node:os';
import { EngineFault } from './engine/engine-fault';
import { loadEngine, type Engine } from './engine/load-engine';
import { StepQueue } from './engine/step-queue';
import type { TextReading } from './language-model';
import type {
  Answer,
  FeaturesAnswer,
  FromModel,
  ModelProcessArguments,
  ReadingsAnswer,
  ToModel,
  WorkMessage,
} from './model-messages';

/** Behind everything that answers people, ahead of nothing. */
const NICE = 10;
/** A sign of life at most this often, in milliseconds. */
const SIGN_OF_LIFE_EVERY = 1_000;

let lastSign = 0;

function tell(message: FromModel): void {
  if (process.connected) process.send?.(message);
}

function signOfLife(): void {
  if (performance.now() - lastSign < SIGN_OF_LIFE_EVERY) return;
  lastSign = performance.now();
  tell({ type: 'alive', rss: process.memoryUsage.rss() });
}

function start(engine: Engine, queue: StepQueue, message: WorkMessage): Promise<Answer> {
  const { id, priority } = message;
  const lane = priority === 'batch' ? 'batch' : 'interactive choose';
  if (message.type === 'choose') {
    return queue.add(id, lane, engine.chooser.choose(message));
  }
  if (message.type === 'features') return queue.add(id, lane, engine.features.features(message)).then(joined);
  if (message.type === 'readings') return queue.add(id, lane, engine.features.readings(message)).then(joinedReadings);
  const onPiece = (piece: string) => tell({ type: 'piece', id, piece });
  return queue.add(
    id,
    priority === 'batch' ? 'batch' : 'interactive write',
    engine.writer.write({ ...message, onPiece }),
  );
}

/** One long array travels between processes faster than many short ones. */
function joined(features: readonly Float32Array[]): FeaturesAnswer {
  const width = features[0]?.length ?? 0;
  const all = new Float32Array(features.length * width);
  features.forEach((row, index) => all.set(row, index * width));
  return { features: all, width };
}

const joinedReadings = (readings: readonly TextReading[]): ReadingsAnswer => ({
  ...joined(readings.flatMap(({ tokens, whole }) => [...tokens.map(({ features }) => features), whole])),
  ends: readings.map(({ tokens }) => tokens.map(({ end }) => end)),
});

function serve(engine: Engine): void {
  const queue = new StepQueue(signOfLife);
  process.on('message', (request: ToModel) => {
    const { id } = request;
    if (request.type === 'cancel') return queue.drop(id);
    start(engine, queue, request).then(
      (answer) => tell({ type: 'answer', id, answer, rss: process.memoryUsage.rss() }),
      (error: unknown) => {
        const fault = error instanceof EngineFault ? error.kind : 'unusable-answer';
        const message = error instanceof Error ? error.message : String(error);
        tell({ type: 'refused', id, fault, message, rss: process.memoryUsage.rss() });
      },
    );
  });
  tell({ type: 'ready' });
}

async function main(): Promise<void> {
  // The parent decides when to stop. Ctrl-C reaches the whole process group and must not look like a crash.
  process.on('SIGINT', () => undefined);
  process.on('disconnect', () => process.exit(0));
  try {
    // Before the weights load: on Linux a priority belongs to a thread, and the threads of the runtime inherit it.
    setPriority(NICE);
    const place = JSON.parse(process.argv[2] ?? '{}') as ModelProcessArguments;
    serve(await loadEngine(place));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    process.send?.({ type: 'failed', problem } satisfies FromModel, () => process.exit(1));
  }
}

void main();
