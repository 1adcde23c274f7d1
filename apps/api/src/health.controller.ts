import { Controller, Get } from '@nestjs/common';
import { Answers, Public } from '@moodline/shared/http';
import * as z from 'zod';

/** Answer of `GET /api/health`. */
const healthSchema = z.object({ status: z.literal('ok') });

@Controller('health')
export class HealthController {
  /** Says that the server answers, and nothing else. */
  @Get()
  @Answers(healthSchema)
  @Public()
  health(): { status: 'ok' } {
    return { status: 'ok' };
  }
}
