import type { ImportDoubt } from '@moodline/sources/contract';
import { openBeginning, openFile, readsTheSame, type FileReading } from './file-reading';
import type { FileSurvey } from './file-survey';
import { headerSignature } from './header-signature';
import { doubtsOf, rejectionDoubt } from './import-doubts';
import { offersOf } from './import-offers';
import { RowGatherer } from './row-gatherer';
import type { ReadingOrder, ReadingSummary, RowBatch, RowReading } from './row-reading';
import type { StoredFile } from './stored-file';
import { TimeSlices } from './time-slices';
import { isBad } from './file-record';

/** Comments of a batch: few enough that taking one over and storing it holds up nobody. A check only takes ids over. */
const BATCH = { store: 500, check: 2_000 } as const;

/**
 * Reads the rows of a file. To be stored, they are read by what all rows tell, so the file is gone through once before. A check
 * goes by the beginning and begins again only where the rest says otherwise.
 */
export class FileRows implements RowReading {
  private readonly batches = this.all();
  private gatherer: RowGatherer;

  private constructor(
    private reading: FileReading,
    private readonly order: ReadingOrder,
  ) {
    this.gatherer = new RowGatherer(order);
  }

  static async open(file: StoredFile, order: ReadingOrder): Promise<FileRows> {
    const savedFor = (columns: readonly string[]) => Promise.resolve(order.saved.get(headerSignature(columns)) ?? null);
    const open = order.purpose === 'check' ? openBeginning : openFile;
    return new FileRows(await open(file, { ...order.options, savedFor }), order);
  }

  get doubts(): ImportDoubt[] {
    return doubtsOf(this.reading);
  }

  get hasSources(): boolean {
    return this.reading.plan.column.has('source');
  }

  get rows(): number {
    return this.reading.survey.rows;
  }

  async next(): Promise<RowBatch | null> {
    const { value, done } = await this.batches.next();
    return done ? null : value;
  }

  summary(): Promise<ReadingSummary> {
    const { reading, gatherer, doubts } = this;
    const many = rejectionDoubt(gatherer.rows, gatherer.rejected);
    const { format, delimiter, parts } = reading.format;
    return Promise.resolve({
      ...{ format, delimiter, parts: [...parts], encoding: reading.encoding() },
      columns: [...reading.columns],
      signature: headerSignature(reading.columns),
      saved: reading.saved,
      template: reading.template,
      recognised: [...reading.recognised],
      preview: gatherer.preview,
      placeholders: gatherer.placeholders,
      starsOnly: gatherer.starsOnly,
      notCustomers: gatherer.notCustomers,
      ...gatherer.span,
      doubts: [...doubts, ...(many ? [many] : [])],
      offers: offersOf(reading),
      timeZone: reading.options.timeZone,
    });
  }

  async close(): Promise<void> {
    await this.batches.return();
    await this.reading.close();
  }

  private async *all(): AsyncGenerator<RowBatch, void> {
    if (this.reading.isSurveyed) return yield* this.through();
    const survey = this.reading.newSurvey();
    yield* this.through(survey);
    const beginning = this.reading;
    this.reading = beginning.surveyed(survey.result());
    if (readsTheSame(beginning.survey, this.reading.survey)) return;
    this.gatherer = new RowGatherer(this.order, true);
    yield* this.through();
  }

  /** All rows once. */
  private async *through(survey?: FileSurvey): AsyncGenerator<RowBatch, void> {
    const { gatherer, reading } = this;
    const slices = new TimeSlices();
    const most = BATCH[this.order.purpose];
    for await (const records of reading.rows()) {
      for (const record of records) {
        if (survey && !isBad(record)) survey.add(record);
        gatherer.read(record, reading.plan);
        if (slices.due) await slices.pause();
        if (gatherer.waiting < most) continue;
        const batch = gatherer.take();
        if (batch) yield batch;
      }
    }
    const last = gatherer.take();
    if (last) yield last;
  }
}
