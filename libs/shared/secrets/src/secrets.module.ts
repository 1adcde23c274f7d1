import { Module } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { SecretBox } from './secret-box';

/** Gives the {@link SecretBox} of this installation to a domain that keeps keys. */
@Module({
  providers: [{ provide: SecretBox, inject: [SETTINGS], useFactory: (settings: Settings) => SecretBox.of(settings) }],
  exports: [SecretBox],
})
export class SecretsModule {}
