import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { addEastAsianFonts } from './app/east-asian-fonts';

void bootstrapApplication(App, appConfig).then(() => addEastAsianFonts(document));
