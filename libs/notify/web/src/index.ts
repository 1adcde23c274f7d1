export { notifyRoutes } from './notify.routes';
export { ChannelsClient } from './channels.client';

/** The section of the settings page that leads to the channels. */
export const loadChannelsSection = () =>
  import('./channels-page/channels-section').then((file) => file.ChannelsSection);
