import { Controller, Get, Header } from '@nestjs/common';
import { AnswersStream, RequirePermission } from '@moodline/shared/http';
import document from '../../openapi.json';
import type { OpenApi } from './document';
import { documentPage } from './document-page';

const api = document as unknown as OpenApi;

/** The description of the API, for programs and for people who write them. */
@Controller()
export class OpenApiController {
  /** This description (OpenAPI 3.1). */
  @Get('openapi.json')
  @AnswersStream('application/json')
  @RequirePermission('workspace.write')
  json(): OpenApi {
    return api;
  }

  /** This description as a page to read. */
  @Get('docs')
  @AnswersStream('text/html')
  @RequirePermission('workspace.write')
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(): string {
    return documentPage(api);
  }
}
