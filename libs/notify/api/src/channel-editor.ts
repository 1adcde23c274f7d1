import { Injectable } from '@nestjs/common';
import {
  CHANNEL_FIELDS,
  channelSettingsSchema,
  type Channel,
  type ChannelKind,
  type CreateChannel,
  type UpdateChannel,
} from '@moodline/notify/contract';
import { InvalidInputError } from '@moodline/shared/http';
import { assertSameDestination, SecretBox, UnreadableSecretError } from '@moodline/shared/secrets';
import { ChannelRepository, type StoredChannel } from './channel.repository';
import type { ChannelSetup } from './channels/channel-plugin';
import { DeliveryError } from './delivery-error';

type GivenSecrets = CreateChannel['secrets'];

/** Checks what people enter, seals secrets for storing and opens them for sending. Nothing else sees a secret. */
@Injectable()
export class ChannelEditor {
  constructor(
    private readonly channels: ChannelRepository,
    private readonly box: SecretBox,
  ) {}

  /** @throws InvalidInputError naming each field that is wrong; ChannelNameTakenError */
  create(workspaceId: number, { kind, name, config, secrets, allowPrivate }: CreateChannel): Promise<Channel> {
    return this.channels.create(workspaceId, {
      ...{ kind, name, allowPrivate },
      config: checked(kind, 'config', config),
      secrets: this.seal(kind, secrets, {}),
    });
  }

  /** @throws InvalidInputError, NotFoundError, ChannelNameTakenError, ChannelEditedError; SecretStaysError where a kept secret would go elsewhere */
  async update(workspaceId: number, id: number, change: UpdateChannel): Promise<void> {
    const former = await this.channels.find(workspaceId, id);
    const { kind } = former;
    const { config: given, secrets, ...rest } = change;
    const config = given && checked(kind, 'config', given);
    if (config || secrets) this.assertStay(former, config ?? former.config, secrets ?? {});
    const settings = {
      ...(config && { config }),
      ...(secrets && { secrets: this.seal(kind, secrets, former.secrets) }),
    };
    await this.channels.update(workspaceId, id, { ...rest, ...settings }, former);
  }

  /** @throws DeliveryError when a secret was sealed with another key */
  open({ config, secrets, allowPrivate }: Pick<StoredChannel, 'config' | 'secrets' | 'allowPrivate'>): ChannelSetup {
    try {
      const opened = Object.entries(secrets).map(([name, sealed]) => [name, this.box.open(sealed)] as const);
      return { config, allowPrivate, secrets: Object.fromEntries(opened) };
    } catch (error) {
      if (error instanceof UnreadableSecretError)
        throw new DeliveryError('secret-unreadable', error.message, 'refused');
      throw error;
    }
  }

  /** A secret that is not entered anew goes to the server it was entered for, also where the address is a secret itself. */
  private assertStay(former: StoredChannel, config: StoredChannel['config'], given: GivenSecrets): void {
    const places = CHANNEL_FIELDS[former.kind].filter(({ type, destination }) => destination || type === 'address');
    const changed = places.filter(({ name, secret }) => !secret || given[name]);
    const kept = Object.keys(former.secrets).filter((name) => !given[name] && !places.some((one) => one.name === name));
    if (!kept.length) return;
    const opened = changed.some(({ secret }) => secret) ? this.open(former).secrets : {};
    const placesOf = (values: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(changed.map(({ name }) => [name, values[name]]));
    assertSameDestination(kept, placesOf({ ...former.config, ...opened }), placesOf({ ...config, ...given }));
  }

  /** Former secrets with those that were given in their place. */
  private seal(kind: ChannelKind, given: GivenSecrets, former: StoredChannel['secrets']): Record<string, string> {
    const kept = Object.entries(former).filter(([name]) => given[name] === undefined);
    const fresh = Object.entries(given).flatMap(([name, secret]) => (secret ? [[name, secret.trim()] as const] : []));
    const known = Object.fromEntries([
      ...kept.map(([name, sealed]) => [name, this.box.open(sealed)] as const),
      ...fresh,
    ]);
    checked(kind, 'secrets', known);
    return Object.fromEntries([...kept, ...fresh.map(([name, secret]) => [name, this.box.seal(secret)] as const)]);
  }
}

function checked(kind: ChannelKind, place: 'config' | 'secrets', given: unknown): Record<string, unknown> {
  const result = channelSettingsSchema(kind, place === 'secrets').safeParse(given);
  if (!result.success)
    throw new InvalidInputError(result.error.issues.map((issue) => ({ ...issue, path: [place, ...issue.path] })));
  return result.data;
}
