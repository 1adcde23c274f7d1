import { InjectionToken, type Type } from '@angular/core';

/** Loads the component of a section. */
export type SettingsSection = () => Promise<Type<unknown>>;

/** Sections that other domains have on the settings page, in the order in which the application provides them. */
export const SETTINGS_SECTIONS = new InjectionToken<readonly SettingsSection[]>('settings-sections', {
  factory: () => [],
});
