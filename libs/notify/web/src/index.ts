export { ChannelsClient } from './channels.client';
