import { Injectable } from '@nestjs/common';
import { SET_LIMITS, type LabelledSet, type UploadSetQuery } from '@moodline/sentiment/contract';
import { NotFoundError } from '@moodline/shared/http';
import { LabelledSetRepository } from './labelled-set.repository';
import { readLabelledFile } from './labelled-file';
import { SetEmptyError, SetNameTakenError, SetTooLargeError } from './labelled-sets.errors';

/** Takes in labelled sets: all rows that can be read, in one transaction, with an account of the others. */
@Injectable()
export class LabelledSetImporter {
  constructor(private readonly sets: LabelledSetRepository) {}

  async import(
    workspaceId: number,
    { name, file }: UploadSetQuery,
    bytes: AsyncIterable<Buffer>,
  ): Promise<LabelledSet> {
    const content = readLabelledFile(await whole(bytes), file ?? name);
    if (!content.examples.length) throw new SetEmptyError({ rejected: content.rejected.slice(0, 20) });
    const id = await this.sets.add(workspaceId, { name, fileName: file ?? null }, content);
    const set = id === null ? null : await this.sets.one(workspaceId, id);
    if (!set) throw new SetNameTakenError(name);
    return set;
  }

  async remove(workspaceId: number, id: number): Promise<void> {
    if (!(await this.sets.remove(workspaceId, id))) throw new NotFoundError('labelled set', id);
  }
}

async function whole(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > SET_LIMITS.bytes) throw new SetTooLargeError('bytes');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
