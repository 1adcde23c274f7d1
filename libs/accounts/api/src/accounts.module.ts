import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { AccessGuard } from './access.guard';
import { AccountsController } from './accounts.controller';
import { AccountsRepository } from './accounts.repository';
import { SessionCookie } from './session-cookie';
import { SessionView } from './session-view';
import { SignIn } from './sign-in';
import { WorkspaceSettings } from './workspace-settings';

/** People, sign-in and who may do what. */
@Module({
  imports: [ThrottlerModule.forRoot({ throttlers: [{ ttl: 60_000, limit: 60 }] })],
  controllers: [AccountsController],
  providers: [
    AccountsRepository,
    SessionCookie,
    SessionView,
    SignIn,
    WorkspaceSettings,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [AccountsRepository, SignIn, WorkspaceSettings],
})
export class AccountsModule {}
