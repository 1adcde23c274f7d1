import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { ThemeStore } from '@moodline/shared/ui/start';
import { ConnectionBanner } from './connection/connection-banner';
import { FailureToast } from './failures/failure-toast';

@Component({
  selector: 'ml-root',
  imports: [ConnectionBanner, FailureToast, RouterOutlet],
  template: `
    <ml-connection-banner />
    <router-outlet />
    <ml-failure-toast />
  `,
})
export class App {
  constructor() {
    // Puts the remembered theme on before the first page is drawn.
    inject(ThemeStore);
  }
}
