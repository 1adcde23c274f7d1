import { en } from './i18n/en';
import { zh } from './i18n/zh';

export { ChannelsClient } from './channels.client';
export { notifyRoutes } from './notify.routes';

/** Words of the notify domain. */
export const notifyWords = { en, zh };

/** The section of the settings page that leads to the channels. */
export const loadChannelsSection = () =>
  import('./channels-page/channels-section').then((file) => file.ChannelsSection);

/** Words of the domain in Japanese, fetched when they are shown. */
export const loadNotifyJa = () => import('./i18n/ja').then(({ ja }) => ja);
