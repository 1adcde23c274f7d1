import { Injectable } from '@nestjs/common';
import { FileRows } from './file-rows';
import { refuseEarly } from './refuse-early';
import { RowReaders, type ReadingOrder, type RowReading } from './row-reading';
import type { StoredFile } from './stored-file';

/** Reads files in this thread, in slices: where there is no built script for another one. */
@Injectable()
export class ReadersHere extends RowReaders {
  override open(file: StoredFile, order: ReadingOrder): Promise<RowReading> {
    return FileRows.open(file, order);
  }

  override async lookAt(head: Uint8Array): Promise<void> {
    await Promise.resolve();
    refuseEarly(Buffer.from(head));
  }
}
