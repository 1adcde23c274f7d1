import { pipeline } from 'node:stream/promises';
import { Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import {
  backupNameSchema,
  backupsSchema,
  changeBackupPlanSchema,
  exportBackupSchema,
  type Backups,
  type ChangeBackupPlan,
  type ExportBackup,
} from '@moodline/backups/contract';
import {
  type Actor,
  Answers,
  AnswersStream,
  CurrentActor,
  NotFoundError,
  RequirePermission,
  ZodBody,
  ZodParam,
} from '@moodline/shared/http';
import type { Response } from 'express';
import { BackupMaker } from './nightly/backup-maker';

const TYPE = 'application/octet-stream';

/** Backups of the whole installation. They are restored on the machine itself, by the command line. */
@Controller('backups')
export class BackupsController {
  constructor(private readonly maker: BackupMaker) {}

  @Get()
  @Answers(backupsSchema)
  @RequirePermission('backups.write')
  list(@CurrentActor() { workspaceId }: Actor): Promise<Backups> {
    return this.maker.state(workspaceId);
  }

  /** When they are made by themselves, and with what they are sealed. */
  @Put('plan')
  @Answers(backupsSchema)
  @RequirePermission('backups.write')
  async change(
    @CurrentActor() { workspaceId }: Actor,
    @ZodBody(changeBackupPlanSchema) plan: ChangeBackupPlan,
  ): Promise<Backups> {
    await this.maker.change(workspaceId, plan);
    return this.maker.state(workspaceId);
  }

  /** Begins one into the folder of the server. */
  @Post()
  @Answers(backupsSchema)
  @HttpCode(202)
  @RequirePermission('backups.write')
  async begin(@CurrentActor() { workspaceId }: Actor): Promise<Backups> {
    await this.maker.begin(workspaceId);
    return this.maker.state(workspaceId);
  }

  /** One as the answer, sealed with the passphrase of the request. Broken off where it fails. */
  @Post('export')
  @AnswersStream(TYPE)
  @HttpCode(200)
  @RequirePermission('backups.write')
  async export(@ZodBody(exportBackupSchema) { passphrase }: ExportBackup, @Res() response: Response): Promise<void> {
    response.set({ 'Content-Type': TYPE, 'Content-Disposition': 'attachment; filename="moodline.backup"' });
    await this.maker.export(passphrase, response);
  }

  /** A file of the folder. */
  @Get(':name/export')
  @AnswersStream(TYPE)
  @RequirePermission('backups.write')
  async download(@ZodParam('name', backupNameSchema) name: string, @Res() response: Response): Promise<void> {
    const file = await this.maker.read(name);
    if (!file) throw new NotFoundError('backup', name);
    response.set({
      'Content-Type': TYPE,
      'Content-Length': String(file.bytes),
      'Content-Disposition': `attachment; filename="${name}"`,
    });
    await pipeline(file.stream, response);
  }
}
