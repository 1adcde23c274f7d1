import { Controller, Get } from '@nestjs/common';
import { Public } from '@moodline/shared/http';

@Controller('health')
export class HealthController {
  /** Says that the server answers, and nothing else. */
  @Get()
  @Public()
  health(): { status: 'ok' } {
    return { status: 'ok' };
  }
}
