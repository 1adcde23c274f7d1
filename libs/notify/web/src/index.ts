import { en } from './i18n/en';
import { zh } from './i18n/zh';

export { ChannelsClient } from './channels.client';
export { notifyRoutes } from './notify.routes';
export { ja as notifyJa } from './i18n/ja';

/** Words of the notify domain. */
export const notifyWords = { en, zh };

/** The section of the settings page that leads to the channels. */
export const loadChannelsSection = () =>
  import('./channels-page/channels-section').then((file) => file.ChannelsSection);
