import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  headDigest,
  LanguageModel,
  type ChooseRequest,
  type Classes,
  type ClassifyRequest,
  type FeaturesRequest,
  type Heads,
  type ModelStatus,
  type Written,
} from '@moodline/language-model/api';
import { FeaturesFile } from '../learning/features-file';

/** Texts asked at once: after each lot the answers are on the disk and progress is told. */
const LOT = 64;

/** Probabilities of options, or of the options of several heads. */
type Answer = readonly number[] | Classes;

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * A model whose answers are kept in a file of the machine's temporary folder, so that an evaluation that was cut off goes on where it
 * was and a second one over the same texts takes no time. Other weights, another prompt or other options have another file.
 * The file holds hashes of texts, no text.
 */
export class RememberingModel extends LanguageModel {
  private readonly files = new Map<string, Map<string, Answer>>();
  private readonly features16 = new Map<string, FeaturesFile>();

  /** @param weights what tells these weights from others, for example their checksums */
  constructor(
    private readonly model: LanguageModel,
    private readonly weights: string,
    private readonly told: (done: number, total: number) => void,
    private readonly folder = tmpdir(),
  ) {
    super();
  }

  choose(request: ChooseRequest): Promise<(readonly number[] | null)[]> {
    const question = [request.role.system, request.options];
    return this.remembered(question, request.texts, (texts) => this.model.choose({ ...request, texts }));
  }

  override classify(request: ClassifyRequest): Promise<(Classes | null)[]> {
    const question = [request.role.system, request.heads.map(headDigest)];
    return this.remembered(question, request.texts, (texts) => this.model.classify({ ...request, texts }));
  }

  override async features(request: FeaturesRequest): Promise<(Float32Array | null)[]> {
    const name = digest(JSON.stringify([this.featuresBy, request.role.system])).slice(0, 16);
    const width = [...this.heads.values()][0]?.weights[0]?.length ?? 0;
    const path = join(this.folder, `moodline-features-${name}.f16`);
    const file = this.features16.get(path) ?? new FeaturesFile(path, width);
    this.features16.set(path, file);
    const open = [...new Set(request.texts)].filter((text) => !file.has(digest(text)));
    for (let start = 0; start < open.length; start += LOT) {
      const lot = open.slice(start, start + LOT);
      const features = await this.model.features({ ...request, texts: lot });
      file.add(lot.flatMap((text, index) => (features[index] ? [[digest(text), features[index]] as const] : [])));
      this.told(start + lot.length, open.length);
    }
    return request.texts.map((text) => file.get(digest(text)) ?? null);
  }

  override get featuresBy(): string | null {
    return this.model.featuresBy;
  }

  override get heads(): Heads {
    return this.model.heads;
  }

  private async remembered<One extends Answer>(
    question: unknown,
    texts: readonly string[],
    ask: (texts: readonly string[]) => Promise<readonly (One | null)[]>,
  ): Promise<(One | null)[]> {
    const name = digest(JSON.stringify([this.weights, question])).slice(0, 16);
    const file = join(this.folder, `moodline-answers-${name}.jsonl`);
    const known = this.answersIn(file);
    const open = [...new Set(texts)].filter((text) => !known.has(digest(text)));
    for (let start = 0; start < open.length; start += LOT) {
      const lot = open.slice(start, start + LOT);
      const answers = await ask(lot);
      const fresh = lot.flatMap((text, index) => (answers[index] ? [{ k: digest(text), p: answers[index] }] : []));
      for (const { k, p } of fresh) known.set(k, p);
      appendFileSync(file, fresh.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
      this.told(start + lot.length, open.length);
    }
    // The file's name says what was asked, so its answers have the shape of this question's.
    return texts.map((text) => (known.get(digest(text)) as One | undefined) ?? null);
  }

  write(): Promise<Written> {
    throw new Error('An evaluation of labels writes no text.');
  }

  status(): ModelStatus {
    return this.model.status();
  }

  /** A line that was cut off when a run was ended is passed over: its text is asked again. */
  private answersIn(file: string): Map<string, Answer> {
    const read = this.files.get(file) ?? new Map<string, Answer>();
    if (!this.files.has(file) && existsSync(file)) {
      for (const line of readFileSync(file, 'utf8').split('\n')) {
        const match = /^\{"k":"([0-9a-f]{64})","p":(\[.+\])\}$/.exec(line);
        if (match) read.set(match[1] ?? '', JSON.parse(match[2] ?? '') as Answer);
      }
    }
    this.files.set(file, read);
    return read;
  }
}
