import type { Routes } from '@angular/router';

/** Pages of the language-model domain. */
export const languageModelRoutes: Routes = [];
