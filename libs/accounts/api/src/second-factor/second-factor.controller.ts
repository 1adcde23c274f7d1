import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import {
  type ConfirmSecondFactor,
  confirmSecondFactorSchema,
  type RecoveryCodes,
  recoveryCodesSchema,
  type SecondFactorPassword,
  secondFactorPasswordSchema,
  secondFactorSchema,
  type SecondFactorSetup,
  secondFactorSetupSchema,
  type SecondFactorState,
} from '@moodline/accounts/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  CurrentActor,
  IdParam,
  RequirePermission,
  ZodBody,
} from '@moodline/shared/http';
import { SecondFactor } from './second-factor';

/** Codes of an authenticator app, besides the password. */
@Controller()
export class SecondFactorController {
  constructor(private readonly factor: SecondFactor) {}

  @Get('account/second-factor')
  @Answers(secondFactorSchema)
  @RequirePermission('account.write')
  state(@CurrentActor() actor: Actor): Promise<SecondFactorState> {
    return this.factor.state(actor);
  }

  /** Begins setting it up: it counts once a code of the app was given. */
  @Post('account/second-factor')
  @Answers(secondFactorSetupSchema)
  @RequirePermission('account.write')
  begin(
    @CurrentActor() actor: Actor,
    @ZodBody(secondFactorPasswordSchema) { currentPassword }: SecondFactorPassword,
  ): Promise<SecondFactorSetup> {
    return this.factor.begin(actor, currentPassword);
  }

  /** Turns it on. The recovery codes are shown this once. */
  @Post('account/second-factor/confirm')
  @Answers(recoveryCodesSchema)
  @HttpCode(200)
  @RequirePermission('account.write')
  confirm(
    @CurrentActor() actor: Actor,
    @ZodBody(confirmSecondFactorSchema) { code }: ConfirmSecondFactor,
  ): Promise<RecoveryCodes> {
    return this.factor.confirm(actor, code);
  }

  @Post('account/second-factor/off')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('account.write')
  turnOff(
    @CurrentActor() actor: Actor,
    @ZodBody(secondFactorPasswordSchema) { currentPassword }: SecondFactorPassword,
  ): Promise<void> {
    return this.factor.turnOff(actor, currentPassword);
  }

  /** For a member who has lost the app and the recovery codes. */
  @Delete('members/:id/second-factor')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('members.write')
  reset(@CurrentActor() { workspaceId }: Actor, @IdParam() id: number): Promise<void> {
    return this.factor.reset(workspaceId, id);
  }
}
