import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';
import {
  columnMappingSchema,
  savedMappingSchema,
  type ColumnMapping,
  type SavedMapping,
  type SaveMapping,
} from '@moodline/sources/contract';
import { headerSignature } from './header-signature';

/** Which column is which, as people saved it for files with the same header. */
@Injectable()
export class MappingRepository {
  constructor(private readonly database: Database) {}

  /** What was saved, by the signature of the header it is for. */
  async bySignature(workspaceId: number): Promise<Map<string, ColumnMapping>> {
    const rows = await this.database.importMapping.findMany({
      where: { workspaceId },
      select: { signature: true, mapping: true },
    });
    return new Map(rows.map(({ signature, mapping }) => [signature, columnMappingSchema.parse(mapping)]));
  }

  /** The latest first. */
  async all(workspaceId: number): Promise<SavedMapping[]> {
    const rows = await this.database.importMapping.findMany({ where: { workspaceId }, orderBy: { savedAt: 'desc' } });
    return rows.map((row) => savedMappingSchema.parse({ ...row, savedAt: row.savedAt.toISOString() }));
  }

  async save(workspaceId: number, { columns, mapping }: SaveMapping): Promise<SavedMapping> {
    const signature = headerSignature(columns);
    const saved = { mapping, savedAt: new Date() };
    const row = await this.database.importMapping.upsert({
      where: { workspaceId_signature: { workspaceId, signature } },
      create: { workspaceId, signature, columns, ...saved },
      update: saved,
    });
    return savedMappingSchema.parse({ ...row, savedAt: row.savedAt.toISOString() });
  }

  /** One that is not there is forgotten already. */
  async forget(workspaceId: number, signature: string): Promise<void> {
    await this.database.importMapping.deleteMany({ where: { workspaceId, signature } });
  }
}
