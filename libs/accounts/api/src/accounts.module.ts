import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { SecretsModule } from '@moodline/shared/secrets';
import { AccountEditor } from './account-editor';
import { AccessGuard } from './access.guard';
import { AccountsController } from './accounts.controller';
import { AccountsRepository } from './accounts.repository';
import { ApiKeyRepository } from './api-key.repository';
import { ApiKeysController } from './api-keys.controller';
import { AuditController } from './audit/audit.controller';
import { AuditInterceptor } from './audit/audit.interceptor';
import { AuditRepository } from './audit/audit.repository';
import { AuditTrail } from './audit/audit-trail';
import { CurrentPassword } from './current-password';
import { FirstOwner } from './first-owner';
import { Identification } from './identification';
import { MemberRepository } from './member.repository';
import { Members } from './members';
import { MembersController } from './members.controller';
import { PasswordSignIn } from './password-sign-in';
import { SecondFactor } from './second-factor/second-factor';
import { SecondFactorController } from './second-factor/second-factor.controller';
import { SecondFactorRepository } from './second-factor/second-factor.repository';
import { SessionCookie } from './session-cookie';
import { SessionOpening } from './session-opening';
import { SessionView } from './session-view';
import { SessionRepository } from './session.repository';
import { SignIn } from './sign-in';
import { IdentityMatcher } from './single-sign-on/identity-matcher';
import { IdentityProvider } from './single-sign-on/identity-provider';
import { ProviderLine } from './single-sign-on/provider-line';
import { ProviderSettings } from './single-sign-on/provider-settings';
import { RemainingProof } from './single-sign-on/remaining-proof';
import { SignInTicket } from './single-sign-on/sign-in-ticket';
import { SingleSignOn } from './single-sign-on/single-sign-on';
import { SingleSignOnController } from './single-sign-on/single-sign-on.controller';
import { SingleSignOnRepository } from './single-sign-on/single-sign-on.repository';
import { TokenRepository } from './token.repository';
import { SavedViewRepository } from './views/saved-view.repository';
import { ViewsController } from './views/views.controller';
import { WorkspaceSettings } from './workspace-settings';
import { WrongPasswords } from './wrong-passwords';

/** People, sign-in and who may do what. */
@Module({
  imports: [SecretsModule, ThrottlerModule.forRoot({ throttlers: [{ ttl: 60_000, limit: 60 }] })],
  controllers: [
    AccountsController,
    ApiKeysController,
    AuditController,
    MembersController,
    SecondFactorController,
    SingleSignOnController,
    ViewsController,
  ],
  providers: [
    AccountEditor,
    AccountsRepository,
    ApiKeyRepository,
    AuditRepository,
    AuditTrail,
    CurrentPassword,
    FirstOwner,
    Identification,
    IdentityMatcher,
    IdentityProvider,
    MemberRepository,
    Members,
    PasswordSignIn,
    ProviderLine,
    ProviderSettings,
    RemainingProof,
    SavedViewRepository,
    SecondFactor,
    SecondFactorRepository,
    SessionCookie,
    SessionOpening,
    SessionRepository,
    SessionView,
    SignIn,
    SignInTicket,
    SingleSignOn,
    SingleSignOnRepository,
    TokenRepository,
    WorkspaceSettings,
    WrongPasswords,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
  ],
  exports: [AccountsRepository, FirstOwner, SignIn, WorkspaceSettings],
})
export class AccountsModule {}
