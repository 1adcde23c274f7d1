import { InjectionToken, type Type } from '@angular/core';

/**
 * Loads the component that is shown in the side sheet. The app provides it, because the sheet shows comment rows and a row opens
 * the sheet: with an import here the two would depend on each other.
 */
export const COMMENT_DRAWER = new InjectionToken<() => Promise<Type<unknown>>>('COMMENT_DRAWER');
